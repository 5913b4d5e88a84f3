import type { Query } from '../../model/dashboard.ts';
import type { Value } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { shifted, valueExpr } from '../values.ts';
import { legendOf, query } from './panels.ts';

const DAY_MS = 24 * 3600_000;

/** `last week`, `yesterday`, `12h ago`: a time ago as it follows "vs". */
export function agoWords(ms: number): string {
  if (ms === 7 * DAY_MS) return 'last week';
  return ms === DAY_MS ? 'yesterday' : `${q.printDuration(ms)} ago`;
}

/** Which way of a change is good; `band`: neither. */
type Better = 'up' | 'down' | 'band';

/** By how much a value is more or less than it was, as a stat shows it beside the value: `↑ vs last week 3.2%`. */
export function changeSince(value: Value, agoMs: number, better: Better): readonly Query[] {
  return change(value, shifted(valueExpr(value), agoMs), agoWords(agoMs), better);
}

/** As `changeSince`, against another figure: `↓ vs baseline 1.2%`. */
export function changeAgainst(value: Value, other: Value, words: string, better: Better): readonly Query[] {
  return change(value, valueExpr(other), words, better);
}

/**
 * Grafana writes no sign before a percentage, so there is a query for each direction, of which one has a result: the arrow is
 * its name, the colour its own.
 */
function change(value: Value, other: q.Instant, words: string, better: Better): readonly Query[] {
  const share = q.div(valueExpr(value), q.ne(other, 0));
  const id = words.replaceAll(' ', '-');
  const towards = (direction: 'up' | 'down', expr: q.Instant, arrow: string): Query =>
    query(`${direction}-${id}`, expr, `${legendOf(value.by, '')} ${arrow} vs ${words}`.trim(), {
      mode: 'instant',
      shown: { unit: 'percentunit', decimals: 1, colour: colourOf(direction, better) },
    });
  return [towards('up', q.ge(q.sub(share, 1), 0), '↑'), towards('down', q.gt(q.sub(1, share), 0), '↓')];
}

function colourOf(direction: 'up' | 'down', better: Better): 'green' | 'red' | 'text' {
  if (better === 'band') return 'text';
  return direction === better ? 'green' : 'red';
}
