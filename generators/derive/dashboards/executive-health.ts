import type { StatPanel } from '../../model/dashboard.ts';
import { heartbeatAlert } from '../../model/names.ts';
import type { Severity, Stack } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { recorded } from '../selectors.ts';
import { query, stat } from './panels.ts';

/** Whether anything pages, and when that was last looked at. */
export function healthPanels(stack: Stack): readonly StatPanel[] {
  return [statusPanel(stack), lastLook(stack)];
}

/** The severities that page, most urgent first; where nothing pages, the most urgent one. */
function pagingSeverities({ severities }: Stack): readonly Severity[] {
  const paging = severities.filter(({ notify }) => notify.includes('page'));
  return paging.length === 0 ? severities.slice(0, 1) : paging;
}

/** No news is no good news: it is healthy only while the heartbeat says that rules are evaluated. */
function statusPanel(stack: Stack): StatPanel {
  const [worst, ...others] = pagingSeverities(stack);
  const degraded = others.map((severity) => firing(stack, severity));
  const outage = worst === undefined ? [] : [q.mul(2, firing(stack, worst))];
  const healthy = q.mul(0, q.group(heartbeat(stack)));
  const level = [...outage, ...degraded, healthy].reduce((worse, one) => q.or(worse, one));
  return stat({
    key: 'status',
    title: 'Health status',
    description: describe(worst, others),
    width: 18,
    unit: 'none',
    queries: [query('status', level, 'status')],
    mappings: [
      { value: 0, text: '● HEALTHY', colour: 'green' },
      { value: 1, text: '● DEGRADED', colour: 'orange' },
      { value: 2, text: '● OUTAGE', colour: 'red' },
    ],
    noValue: '○ UNKNOWN: no rules are evaluated',
  });
}

function describe(worst: Severity | undefined, others: readonly Severity[]): string {
  const named = (all: readonly Severity[]) => all.map(({ id, title }) => `${id} (${title})`).join(' or ');
  return [
    ...(worst === undefined ? [] : [`Outage: an alert of ${named([worst])} fires.`]),
    ...(others.length === 0 ? [] : [`Degraded: one of ${named(others)} fires.`]),
    'Healthy: no such alert fires, and the rules are evaluated.',
  ].join(' ');
}

/** One while any alert of a severity fires. */
const firing = ({ environment, labels }: Stack, severity: Severity): q.Instant =>
  q.group(
    recorded('ALERTS', {
      alertstate: 'firing',
      [labels.environment]: environment,
      [labels.severity]: severity.label,
    }),
  );

const heartbeat = ({ environment, labels }: Stack) =>
  recorded('ALERTS', { alertname: heartbeatAlert, alertstate: 'firing', [labels.environment]: environment });

/** Two evaluations and a scrape are no reason to worry; a heartbeat this old is. */
const OLD_SECONDS = 180;

function lastLook(stack: Stack): StatPanel {
  return stat({
    key: 'last-look',
    title: 'Last updated',
    description: 'How long ago the rules were last evaluated.',
    width: 6,
    unit: 's',
    decimals: 0,
    queries: [query('age', q.sub(q.time(), q.max(q.timestamp(heartbeat(stack)))), 'ago')],
    thresholds: [{ colour: 'green' }, { from: OLD_SECONDS, colour: 'red' }],
    noValue: 'not known',
  });
}
