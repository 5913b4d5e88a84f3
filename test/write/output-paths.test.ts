import { describe, expect, it } from 'vitest';
import { pathProblems } from '../../generators/write/output-paths.ts';

const problemsOf = (...paths: readonly string[]) =>
  pathProblems(paths.map((path) => ({ path, content: '' }))).map(({ code, path }) => `${code} ${path}`);

describe('a path that is refused', () => {
  const refused: readonly (readonly [why: string, path: string])[] = [
    ['it climbs out', 'prod/../../etc/passwd'],
    ['it climbs out at once', '../prod/a.yaml'],
    ['it is absolute', '/etc/passwd'],
    ['it has an empty segment', 'prod//a.yaml'],
    ['it ends in a slash', 'prod/rules/'],
    ['it has no stack', 'README.md'],
    ['it is empty', ''],
    ['it is this directory', 'prod/./a.yaml'],
    ['it would be taken for the marker', 'prod/.signalbox'],
    ['it is a dot name', 'prod/.git/config'],
    ['it holds a NUL', 'prod/a\0.yaml'],
    ['it holds a line break', 'prod/a\nb.yaml'],
    ['a backslash is a separator on Windows', 'prod\\..\\a/b'],
    ['no file system stores the name', `prod/${'é'.repeat(128)}`],
  ];
  it.each(refused)('because %s', (_why, path) => {
    expect(problemsOf(path)).toEqual([`output/path ${path}`]);
  });
});

describe('two paths that cannot live together', () => {
  const collisions: readonly (readonly [why: string, paths: readonly string[], want: readonly string[]])[] = [
    ['twice the same', ['prod/a', 'prod/a'], ['output/collision prod/a']],
    ['upper and lower case', ['prod/Feed.yaml', 'prod/feed.yaml'], ['output/collision prod/feed.yaml']],
    ['directories in two cases', ['prod/Feed/a', 'prod/feed/b'], ['output/collision prod/feed/b']],
    ['stacks in two cases', ['Prod/a', 'prod/b'], ['output/collision prod/b']],
    ['two spellings of one letter', ['prod/caf\u00e9', 'prod/cafe\u0301'], ['output/collision prod/cafe\u0301']],
    ['a file where a directory is', ['prod/a/b', 'prod/a'], ['output/collision prod/a']],
    ['a directory where a file is', ['prod/a', 'prod/a/b'], ['output/collision prod/a/b']],
  ];
  it.each(collisions)('%s', (_why, paths, want) => {
    expect(problemsOf(...paths)).toEqual(want);
  });
});

it('lets ordinary paths pass, with neighbours, spaces and letters of any language', () => {
  expect(problemsOf('prod/a/b.yaml', 'prod/a/c.yaml', 'staging/a/b.yaml', 'prod/Über uns.md', 'prod/a.b..c')).toEqual(
    [],
  );
});

it('says what is wrong and how to cure it', () => {
  const [problem] = pathProblems([{ path: 'prod/../x', content: '' }]);
  expect(problem?.message).toBe('The output path "prod/../x" has a segment that begins with a dot.');
  expect(problem?.cure).toContain('Rename the definition');
});
