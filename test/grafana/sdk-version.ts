import { readFileSync } from 'node:fs';
import { z } from 'zod';

const manifest = new URL('../../node_modules/@grafana/grafana-foundation-sdk/package.json', import.meta.url);

/** The version of the installed Foundation SDK, e.g. `v0.0.21`. */
export function sdkVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8'))).version;
}
