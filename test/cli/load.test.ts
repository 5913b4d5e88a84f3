import { expect, it } from 'vitest';
import { scratchDirectory } from '../write/scratch-directory.ts';
import { definitions, signalbox, writeFiles } from './signalbox.ts';

const index = 'definitions/index.ts';
const cycle = (own: string, other: string) =>
  `import { service } from 'signalbox';\nimport { ${other} } from './${other}.ts';\nexport const ${own} = service({ id: '${own}', dependsOn: [${other}] } as never);\n`;

const table: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  ['a missing file', {}, ['error load/module  definitions/index.ts\n  there is no such file\n']],
  [
    'a directory',
    { [`${index}/index.ts`]: '' },
    [
      'error load/module  definitions/index.ts\n  it is a directory\n',
      '→ Name the file that exports your stacks: --definitions definitions/index.ts/index.ts.',
    ],
  ],
  [
    'two files that use each other too early',
    {
      [index]: "import { a } from './a.ts';\nexport default [a];\n",
      'definitions/a.ts': cycle('a', 'b'),
      'definitions/b.ts': cycle('b', 'a'),
    },
    [
      '`a` is used before it is defined: definitions/b.ts and definitions/a.ts import each other',
      'definitions/b.ts:3',
      '→ Refer to what is defined elsewhere by a function: dependsOn: () => [other].',
    ],
  ],
  [
    'a file that does not parse',
    { [index]: 'export default [\nconst x = ;\n' },
    ['definitions/index.ts:2 does not parse: '],
  ],
  [
    'a file that throws',
    { [index]: 'const lost: { name?: { first: string } } = {};\n\nexport default lost.name!.first;\n' },
    ["the file throws TypeError: Cannot read properties of undefined (reading 'first')", 'definitions/index.ts:3'],
  ],
  ['a file that throws rubbish', { [index]: 'throw 5;\n' }, ['the file throws 5']],
  [
    'an import of nothing',
    { [index]: "import './lost.ts';\n" },
    ['cannot import definitions/lost.ts from definitions/index.ts: there is no such module'],
  ],
  [
    'a package that is not there',
    { [index]: "import 'lost';\n" },
    ['cannot import lost from definitions/index.ts: there is no such module'],
  ],
  [
    'a name that is not exported',
    { [index]: "import { sevice } from 'signalbox';\nexport default [sevice];\n" },
    ['sevice'],
  ],
  [
    'no default export',
    { [index]: 'export const a = 1;\n' },
    ['error load/no-stacks  definitions/index.ts\n  the file has no default export, and no stack\n'],
  ],
  ['an empty list', { [index]: 'export default [];\n' }, ['the default export is an empty list, and no stack']],
  [
    'something among the stacks',
    {
      [index]: definitions()
        .replace('export default s.stack({', 'const prod = s.stack({')
        .concat('export default [prod, 5];\n'),
    },
    ['error load/no-stacks  stacks[1]\n  5 is not a stack\n'],
  ],
];

it.each(table)('%s is a complaint, not a stack trace', async (_, files, want) => {
  const directory = scratchDirectory();
  writeFiles(directory, { 'package.json': '{ "type": "module" }\n', ...files });
  const { code, stdout, stderr } = await signalbox(directory, ['build', '--no-types']);
  for (const text of want) expect(stderr).toContain(text);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr).not.toContain(directory);
  expect(stderr).toContain('1 error. ');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
});

it('a definition made by a function of the author names both places', async () => {
  const directory = scratchDirectory();
  writeFiles(directory, {
    'package.json': '{ "type": "module" }\n',
    'definitions/make.ts':
      "import { team } from 'signalbox';\nexport function makeTeam(id: string) {\n  return team({ id, title: '', receivers: {} });\n}\n",
    [index]: definitions().replace(
      "const team = s.team({ id: 'feed'",
      "import { makeTeam } from './make.ts';\nconst team = makeTeam('feed');\nexport const other = s.team({ id: 'other'",
    ),
  });
  const { stderr } = await signalbox(directory, ['build', '--no-types']);
  expect(stderr).toContain(
    'error shape/wrong-value  prod › team feed › title\n  definitions/index.ts:4, through makeTeam at definitions/make.ts:3\n',
  );
});
