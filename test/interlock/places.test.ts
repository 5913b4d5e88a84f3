import { expect, test } from 'vitest';
import { originOf } from '../../generators/diagnostics/place.ts';
import { interlock } from '../../generators/interlock/index.ts';
import * as s from '../../generators/language/index.ts';
import { compiled, told } from './fixture.ts';

const lineAbove = (here: Error): number => (originOf(here)?.line ?? 0) - 1;

const labels = { user_id: s.upTo(9, 'a') };
const seen = s.counter('seen_total', { help: 'Seen.', labels });
const metricLine = lineAbove(new Error());
const quiet = s.alert({ ...told, when: s.silent(seen) });
const alertLine = lineAbove(new Error());

test('a finding names the line of the definition that it is about', () => {
  const found = interlock(compiled({ service: { alerts: { quiet } } }));
  const lines = found.map(({ code, address }) => ({ code, ...originOf(address.place) }));

  expect(lines).toContainEqual({ code: 'labels/unbounded', file: import.meta.filename, line: metricLine });
  expect(lines).toContainEqual({ code: 'alert/no-for', file: import.meta.filename, line: alertLine });
});
