import { createRequire } from 'node:module';
import * as ours from '@prometheus-io/lezer-promql';
import { expect, test } from 'vitest';

test('the type checker numbers the grammar’s terms as the parser does', () => {
  const require = createRequire(import.meta.url);
  const checker = createRequire(require.resolve('@prometheus-io/codemirror-promql'));
  const theirs: unknown = checker('@prometheus-io/lezer-promql');
  const terms = Object.entries(ours).filter(([, term]) => typeof term === 'number');
  expect(terms.length).toBeGreaterThan(150);
  expect(theirs).toMatchObject(Object.fromEntries(terms));
});
