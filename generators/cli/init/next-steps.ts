/** What is known of a directory after a project was written into it. */
interface Written {
  readonly dir: string;
  readonly paths: readonly string[];
  /** The text of package.json, if there is one. */
  readonly manifest: string | undefined;
  /** The text of the tsconfig.json that was there before. */
  readonly ownConfig: string | undefined;
}

/** What was written, and what to do now. */
export function nextSteps({ dir, paths, manifest, ownConfig }: Written): string {
  const steps = [
    ...(dir === '.' ? [] : [`cd ${quoted(dir)}`]),
    ...(manifest === undefined ? ['npm init --yes'] : []),
    ...(/"type"\s*:\s*"module"/.test(manifest ?? '') ? [] : ['npm pkg set type=module']),
    ...(/"signalbox"\s*:/.test(manifest ?? '') ? [] : ['npm install --save-dev signalbox typescript']),
    'npx signalbox build',
  ];
  const config =
    ownConfig === undefined || ownConfig.includes('allowImportingTsExtensions')
      ? []
      : ['tsconfig.json is yours: set allowImportingTsExtensions and noEmit in it, because imports end in .ts.', ''];
  return [
    'Written:',
    ...paths.map((path) => `  ${path}`),
    '',
    ...config,
    'Next:',
    ...steps.map((step) => `  ${step}`),
    '',
    'Then put your team, your service and its metrics in place of the examples; `signalbox import metrics` writes',
    'declarations of what your servers expose already.',
    '',
  ].join('\n');
}

/** For a shell. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
