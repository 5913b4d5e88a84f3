/** What a shape cannot say of the board above all others. */
import * as s from 'signalbox';
import { describe } from 'vitest';
import { depth, duration, latency, problemsOf, proves, service, stack } from './sample.ts';

const users = s.gauge('daily_users', { help: 'Users.', unit: 'count' });
const board = (fields: object, services: readonly s.Service[] = []) =>
  problemsOf(
    stack({
      services,
      executive: s.executive({ title: 'All', tiles: { Users: { value: s.highest(users) } }, ...fields } as never),
    }),
  );

describe('the executive board', () => {
  const promise = latency({});
  proves([
    ['tiles', board({}), ''],
    [
      'no tile',
      board({ tiles: {} }),
      'shape/missing-field  prod › executive › tiles: the board has no tile → Add a tile.',
    ],
    [
      'regions not kept apart',
      board({ regions: s.lowest(depth) }),
      "shape/wrong-value  prod › executive › regions: regions are kept apart by one label → Write by: ['region'].",
    ],
    [
      'a direction that is none',
      board({ tiles: { Users: { value: s.highest(users), better: 'sideways' } } }),
      'shape/wrong-value  prod › executive › tiles.Users.better: "sideways" is not one of up, down → Write one of up, down.',
    ],
    [
      'an SLO of the stack',
      board({ tiles: { A: { value: s.p99(duration), promise } } }, [service({ slos: { latency: promise } })]),
      '',
    ],
    [
      'an SLO of nobody',
      board({ tiles: { 'A & B': { value: s.p99(duration), promise } } }),
      'reference/unknown-slo  prod › executive › tiles["A & B"].promise: the SLO is not one of a unit of this stack → Make the SLO a constant, and pass that to its service and to the tile.',
    ],
    [
      'an SLO with a mistake is not another mistake',
      board({ tiles: { A: { value: s.p99(duration), promise } } }, [
        service({ slos: { latency: promise }, titel: 'x' }),
      ]),
      'shape/unknown-field  prod › home: unknown field `titel`; did you mean `title`? → Correct the spelling, or remove it.',
    ],
  ]);
});
