import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';
import { sdkVersion } from './sdk-version.ts';

/**
 * Writes `classic.schema.json` from `classic-types.ts` and the installed SDK's types, without network:
 * `npx tsx test/grafana/generate-schema.ts`. To be run after an upgrade of the SDK (a test says so).
 */
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const target = here('classic.schema.json');

const { definitions = {} } = createGenerator({
  path: here('classic-types.ts'),
  tsconfig: here('../../tsconfig.json'),
  type: '*',
  expose: 'export',
  additionalProperties: false,
  functions: 'hide',
  jsDoc: 'none',
  skipTypeCheck: true,
}).createSchema('*');

const sorted = Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1)));
const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $comment: `@grafana/grafana-foundation-sdk ${sdkVersion()}`,
  definitions: sorted,
};
writeFileSync(target, JSON.stringify(schema, null, 2));
execFileSync('npx', ['biome', 'format', '--write', target], { stdio: 'inherit' });
