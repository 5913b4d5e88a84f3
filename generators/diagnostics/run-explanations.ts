import type { Explanation } from './explanation.ts';

/** The codes of running a build: levels, waivers, the baseline, the output directory. */
export const runs = {
  'level/unknown': {
    since: '0.1.0',
    title: "A stack's `levels` name codes that can have another level.",
    cause:
      'A misspelt code would be ignored in silence. Broken shapes and references have no other level: what they name cannot be compiled.',
    cure: 'Correct the spelling, or remove the entry and repair what the complaint names.',
  },
  'waiver/unknown-code': {
    since: '0.1.0',
    title: 'A waiver names a code that can be waived.',
    cause:
      'A misspelt code waives nothing. Broken shapes and references cannot be waived: what they name cannot be compiled.',
    cure: 'Correct the spelling, or remove the waiver and repair what the complaint names.',
  },
  'waiver/expired': {
    since: '0.1.0',
    title: 'A waiver holds until its date.',
    cause: 'A waiver is a loan: somebody promised to repair this by then.',
    cure: 'Repair what it waives and remove it, or agree on another date with its owner.',
  },
  'waiver/unused': {
    since: '0.1.0',
    title: 'A waiver waives something.',
    cause: 'What it named was repaired or renamed; left alone it would hide the next mistake at the same place.',
    cure: 'Remove it, or correct its `code` and `of` to what the complaint says.',
  },
  'baseline/stale': {
    since: '0.1.0',
    title: 'A baseline only shrinks.',
    cause: 'An error that was repaired could come back unnoticed while it stands in signalbox-baseline.json.',
    cure: 'Remove the entry, or run `signalbox build --shrink-baseline`.',
  },
  'baseline/unreadable': {
    since: '0.1.0',
    title: 'signalbox-baseline.json is a list of { code, path }.',
    cause: 'Without it nobody can tell which errors are known.',
    cure: 'Restore the file from version control.',
  },
  'output/path': {
    since: '0.1.0',
    title: 'Every generated file has a safe path.',
    cause: 'A path that is absolute, hidden or too long could leave the output directory or be lost in it.',
    cure: 'Rename the definition whose id became the path: letters, digits and dashes are always safe.',
  },
  'output/collision': {
    since: '0.1.0',
    title: 'Two definitions do not become one file.',
    cause: 'Some disks do not tell upper from lower case, so that one file would overwrite the other.',
    cure: 'Give the two definitions ids that differ in more than upper and lower case.',
  },
  'output/foreign': {
    since: '0.1.0',
    title: 'The output directory of a stack belongs to Signalbox.',
    cause: 'A build removes what it no longer generates; it must not do that to files of somebody else.',
    cure: 'Choose another --out, move the directory away, or restore its .signalbox file from version control.',
  },
  'output/nothing': {
    since: '0.1.0',
    title: 'A build generates something.',
    cause: 'An empty build would remove everything that was generated before.',
    cure: 'Check that the definitions file lists its stacks, and the spelling of --stack.',
  },
} satisfies Readonly<Record<string, Explanation>>;
