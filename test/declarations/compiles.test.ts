/** What is written compiles under strict TypeScript and passes the rules, whatever was exposed. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runHere } from '../cli/in-process.ts';
import { signalbox, writeFiles } from '../cli/signalbox.ts';
import { contentsOf, scratchDirectory } from '../write/scratch-directory.ts';
import { makeStackOfMetrics } from './stack-of-metrics.ts';

const values = (label: string, count: number, of: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `wild_open{${label}="${of(index)}"} 1`);

/** Everything that can be in a text, in each place where it can be. */
const hostile = [
  "# HELP wild_total It's \\\\ a `${process.exit(1)}` */ \\n' });\u2028\u202e\u0000\ufffd",
  '# TYPE wild_total counter',
  'wild_total{a="\'); process.exit(1); (\'",b="`${1}`",c="\\n\\r\u2029",default="\u202e",le="1"} 1',
  'wild_total{a="\ufffd",b="\\\\",__proto__="x",constructor="y","a.b"="z"} 1',
  '# HELP wild ',
  '# TYPE wild counter',
  'wild 1',
  '# TYPE wild_seconds histogram',
  'wild_seconds_bucket{le="-1"} 1',
  'wild_seconds_bucket{le="x\' ]"} 1',
  'wild_seconds_bucket{le="+Inf"} 1',
  '# TYPE wild_size_bytes histogram',
  ...['1', '1.0', '4096', '1e+06', '1e+300', 'NaN', '+Inf'].map((le) => `wild_size_bytes_bucket{le="${le}"} 1`),
  '# TYPE wild_share_ratio histogram',
  ...['0.005', '0.1', '1', '+Inf'].map((le) => `wild_share_ratio_bucket{le="${le}"} 1`),
  '# TYPE wild_calls summary',
  'wild_calls{quantile="0.5"} 1',
  'wild_calls{quantile="\'"} 1',
  '# TYPE wild_start_time_seconds gauge',
  'wild_start_time_seconds 1',
  '# TYPE odd_total gauge',
  'odd_total 1',
  '# TYPE odd_info info',
  'odd_info{v="\'"} 1',
  '# TYPE odd info',
  'odd{v="1"} 1',
  ...['class', 'counter', '_', ':', ':a:', 'a1', 'A1', 'info', 'eval', 'shop:requests:rate5m'].map(
    (name) => `${name} 1`,
  ),
  '{"UTF-8 name\'\\n*/", a="b"} 1',
  'untyped_seconds_bucket{le="0.5"} 1',
  'untyped_seconds_sum 1',
  'untyped_seconds_count 1',
  ...values('user_id', 30, (index) => `u${index}`),
  ...values('client', 30, (index) => `10.0.0.${index}`),
  ...values('request', 3, (index) => `0f8fad5b-d9cb-469f-a165-7086772895${index + 10}`),
  ...values('many', 2000, (index) => `v${index}`),
  ...['a', 'b', 'c', 'd'].flatMap((label) => values(`multiplied_${label}`, 40, (index) => `v${index}`)),
  'this line is none',
  '',
].join('\n');

it('a hostile exposition', async () => {
  const directory = scratchDirectory();
  makeStackOfMetrics(directory);
  writeFiles(directory, { 'metrics.txt': hostile });
  const out = 'definitions/all.metrics.ts';
  const imported = await runHere(directory, ['import', 'metrics', '--exposition', 'metrics.txt', '--out', out]);
  expect(imported).toMatchObject({ code: 0, stdout: `${out}: 22 metrics declared, 1 not\n` });
  expect(imported.stderr).toBe(
    `warning metrics.txt:${hostile.split('\n').length - 1}  The value "line" is no number.\n`,
  );
  const built = await signalbox(directory, ['build']);
  expect(built.stderr).not.toContain('error');
  expect(built.code, built.stderr).toBe(0);
  const made = Object.values(contentsOf(join(directory, 'out'))).join('\n');
  for (const name of ['wild_size_bytes_bucket', 'shop:requests:rate5m', 'wild_calls_sum']) expect(made).toContain(name);
});
