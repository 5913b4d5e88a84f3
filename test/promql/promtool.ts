import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs promtool over files given by name and content (JSON is YAML). Throws, with the cure, where it is missing. */
export function promtool(args: readonly string[], files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'promql-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
    const run = spawnSync(process.env.PROMTOOL ?? 'promtool', args, { cwd: folder, encoding: 'utf8' });
    if (run.error !== undefined) throw new Error('promtool is missing: apt-get install prometheus, or set PROMTOOL');
    return run.stdout + run.stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Which of these expressions promtool refuses as the expression of a recording rule. */
export function refusedByPromtool(expressions: readonly string[]): ReadonlySet<string> {
  const rules = expressions.map((expr, i) => ({ record: `rule:${i}`, expr }));
  const output = promtool(['check', 'rules', 'rules.yaml'], { 'rules.yaml': { groups: [{ name: 'all', rules }] } });
  if (!/SUCCESS|FAILED/.test(output)) throw new Error(output);
  const names = [...output.matchAll(/"rule:(\d+)"/g)].map(([, index]) => expressions[Number(index)] ?? '');
  return new Set(names);
}
