import { describe, expect, it } from 'vitest';
import { originIn, pathFrom } from '../../generators/diagnostics/place.ts';

const ours = new URL('../../generators/language/team.ts', import.meta.url);
const stackOf = (...frames: readonly string[]) => ['Error', ...frames.map((frame) => `    at ${frame}`)].join('\n');

describe('the place of a definition is the outermost frame of its author', () => {
  const loader = 'ModuleJob.run (node:internal/modules/esm/module_job:325:25)';
  const table: readonly (readonly [string, string, object | undefined])[] = [
    ['at the top of a file', stackOf('<anonymous> (/a/index.ts:6:20)', loader), { file: '/a/index.ts', line: 6 }],
    ['as an address', stackOf('file:///a/my%20index.ts?x=1:6:20', loader), { file: '/a/my index.ts', line: 6 }],
    ['on Windows', stackOf('<anonymous> (C:\\a\\index.ts:6:20)'), { file: 'C:\\a\\index.ts', line: 6 }],
    [
      'in a function',
      stackOf('makeTeam (/a/make.ts:5:10)', 'makeAll (/a/make.ts:9:1)', '<anonymous> (/a/index.ts:7:20)', loader),
      { file: '/a/index.ts', line: 7, through: { name: 'makeTeam', file: '/a/make.ts', line: 5 } },
    ],
    [
      'in a nameless function of a list',
      stackOf('/a/index.ts:8:3', 'Array.map (<anonymous>)', '<anonymous> (/a/index.ts:7:20)', loader),
      { file: '/a/index.ts', line: 7 },
    ],
    [
      'past our own frames and packages',
      stackOf(`team (${ours.href}:5:10)`, 'wrap (/a/node_modules/w/index.js:1:1)', '<anonymous> (/a/index.ts:7:20)'),
      { file: '/a/index.ts', line: 7 },
    ],
    [
      'not in the file that imports it',
      stackOf(
        'Object.<anonymous> (/a/team.ts:3:1)',
        'Module._compile (node:internal/modules/cjs/loader:1521:14)',
        'Object.<anonymous> (/a/index.ts:1:1)',
      ),
      { file: '/a/team.ts', line: 3 },
    ],
    [
      'in a module compiled to CommonJS',
      stackOf(
        '<anonymous> (/a/index.ts:5:13)',
        'Object.<anonymous> (/a/index.ts:72:60)',
        'Module._compile (node:internal/modules/cjs/loader:1521:14)',
      ),
      { file: '/a/index.ts', line: 5 },
    ],
    ['in later code', stackOf('async load (/a/index.ts:5:13)'), { file: '/a/index.ts', line: 5 }],
    ['nowhere', stackOf(loader), undefined],
    ['in no stack', 'Error', undefined],
  ];
  it.each(table)('%s', (_, stack, want) => {
    expect(originIn(stack)).toEqual(want);
  });
});

it('rubbish for a stack has no place', () => {
  expect([undefined, 5, {}, '\n at \n', 'at at at (:1:1)'].map(originIn)).toEqual(Array.from({ length: 5 }));
});

it.each([
  ['/a/b', '/a/b/c.ts', 'c.ts'],
  ['/a/b', '/a/c.ts', '../c.ts'],
  ['/a/b/c/d', '/x.ts', '/x.ts'],
])('from %s, %s is %s', (cwd, file, want) => {
  expect(pathFrom(cwd, file)).toBe(want);
});
