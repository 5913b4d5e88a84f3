/** The table of the design: who may import whom. A folder that is not in it is a stranger; the arrows may not turn round. */
const language = 'generators/language';
const diagnostics = 'generators/diagnostics';
const model = 'generators/model';
const policy = 'generators/policy';
const promql = 'generators/promql';

/**
 * What a folder, or one file of it, may import of ours beside itself: a folder with all that is in it, or one file. The
 * longest path that a file lies in is its row.
 */
export const folders: Readonly<Record<string, readonly string[]>> = {
  definitions: [],
  'generators/main.ts': ['generators/cli'],
  'generators/cli': [
    'generators/compile.ts',
    'generators/declarations',
    diagnostics,
    'generators/exposition',
    'generators/interlock',
    language,
    model,
    policy,
    'generators/promql/features.ts',
    'generators/reality',
    'generators/resolve',
    'generators/write',
  ],
  'generators/compile.ts': [
    'generators/derive',
    diagnostics,
    'generators/emit',
    'generators/interlock',
    language,
    model,
    'generators/resolve',
  ],
  [policy]: [],
  [promql]: [],
  [language]: [promql, policy],
  // A problem has the place of a definition, and places are captured where definitions are made.
  [diagnostics]: ['generators/language/place.ts'],
  'generators/exporters': [language],
  'generators/exposition': [],
  // What is declared must pass the rules, so it asks them how many series and which labels they take.
  'generators/declarations': ['generators/exposition', language, policy, 'generators/interlock/labels'],
  [model]: [language, diagnostics, promql, policy],
  'generators/resolve': [language, model, diagnostics, promql, policy],
  // The thresholds of a condition stay in the author's words until here.
  'generators/derive': [
    model,
    policy,
    promql,
    'generators/exporters',
    diagnostics,
    'generators/language/quantities.ts',
  ],
  // Watchers are conditions as authors write them.
  'generators/derive/watchers': [
    'generators/derive',
    model,
    policy,
    promql,
    'generators/exporters',
    diagnostics,
    language,
  ],
  'generators/interlock': [model, promql, policy, diagnostics, language],
  'generators/reality': ['generators/exposition', 'generators/interlock/survey', model, promql, diagnostics, language],
  'generators/emit': [model, promql, policy],
  'generators/emit/alertmanager': [model, promql, policy, 'generators/emit/markdown', 'generators/emit/yaml.ts'],
  'generators/emit/grafana': [model, promql, policy, 'generators/emit/yaml.ts'],
  'generators/emit/markdown': [model, promql, policy],
  'generators/emit/runbooks': [model, promql, policy, 'generators/emit/markdown'],
  'generators/write': ['generators/model/artifact.ts'],
};

/** Where each package and each part of Node.js may be used. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  // With `signalbox/exporters`. The files of a new project are written as text, and import it.
  signalbox: ['definitions', 'generators/cli/init'],
  // The resolver turns zod's findings into ours.
  zod: [language, 'generators/resolve', 'generators/cli'],
  '@prometheus-io/lezer-promql': [promql],
  '@prometheus-io/codemirror-promql': [promql],
  re2js: [promql],
  // Routing reads the Alertmanager file that exists already, the resolver the rules that others write.
  'js-yaml': ['generators/emit', 'generators/derive/routing', 'generators/resolve/beside'],
  '@grafana/grafana-foundation-sdk': ['generators/emit/grafana'],
  handlebars: ['generators/emit/markdown'],
  tsx: ['generators/cli'],
  'node:crypto': [model, 'generators/resolve'],
  // Arithmetic on the path of a definition, for messages; never the disk.
  'node:path': [diagnostics, 'generators/cli', 'generators/write'],
  'node:url': [diagnostics, 'generators/cli'],
  'node:util': ['generators/emit/grafana', 'generators/cli'],
  'node:module': ['generators/cli'],
  'node:readline/promises': ['generators/cli'],
  'node:child_process': ['generators/cli'],
  'node:fs': ['generators/cli', 'generators/write'],
  'node:fs/promises': ['generators/cli', 'generators/write'],
};

/** Only these touch the disk, the clock, the network or the environment. */
export const impure: readonly string[] = [
  'generators/cli',
  'generators/write',
  'generators/main.ts',
  // Asks a running Prometheus for the series of the last hour.
  'generators/exposition/live.ts',
];

/** The top level is fixed; dot-files, `node_modules/` and the ignored `dist/` are not looked at. */
export const topLevel: readonly string[] = [
  'CONTRIBUTING.md',
  'LICENSE',
  'Makefile',
  'README.md',
  'biome.json',
  'definitions',
  'generators',
  'knip.json',
  'out',
  'package-lock.json',
  'package.json',
  'test',
  'tsconfig.build.json',
  'tsconfig.json',
  'vitest.config.ts',
];

/** Lines of a source file. Generated files and data are not source files. */
export const budget = 250;
