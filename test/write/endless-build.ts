import { writeArtifacts } from '../../generators/write/write-artifacts.ts';
import { versions } from './two-versions.ts';

/** Builds one version after the other into the directory given as argument, until somebody kills it. */
async function buildForever(outDir: string): Promise<never> {
  for (;;) {
    for (const artifacts of versions) {
      process.stdout.write('building\n');
      await writeArtifacts(outDir, artifacts);
    }
  }
}

await buildForever(process.argv[2] ?? '');
