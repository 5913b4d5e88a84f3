import { budgetEvents, budgetMinutes, detectionBoundMs, detectionMs, resetMs } from '../../model/slo-detection.ts';
import type { BurnTier, SloPlan } from '../../model/slo-plan.ts';
import type { Severity, Team } from '../../model/stack.ts';
import { roundNumber } from '../../promql/number.ts';
import { count, percent, period, plain, time, timeAtMost } from '../markdown/figures.ts';
import { notified } from '../markdown/notified.ts';

const dayMs = 86_400_000;

/** The incidents that people ask about, from all to one in ten thousand, and two that are too slow for a page. */
function incidentsOf({ slo }: SloPlan): readonly { readonly title: string; readonly ratio: number }[] {
  const slow = [4, 2].map((factor) => roundNumber(factor * slo.budget));
  const ratios = [...new Set([0.1, 0.01, 0.001, 0.0001, ...slow])].filter((ratio) => ratio < 1).sort((a, b) => b - a);
  return [
    { title: 'Total outage', ratio: 1 },
    ...ratios.map((ratio) => ({ title: `${percent(ratio)} errors`, ratio })),
  ];
}

interface Told {
  readonly tier: BurnTier;
  readonly severity: Severity;
}

const tiersOf = ({ slo, page, ticket }: SloPlan): readonly Told[] => [
  ...page.map((tier) => ({ tier, severity: slo.page })),
  ...ticket.map((tier) => ({ tier, severity: slo.ticket })),
];

/** One row per burn tier: from which error ratio it burns, what is gone by then, who is told. */
export function tierRows(plan: SloPlan, team: Team) {
  return tiersOf(plan).map(({ tier, severity }) => ({
    name: tier.name,
    windows: `${period(tier.longMs)} and ${period(tier.shortMs)}`,
    factor: plain(tier.factor),
    threshold: percent(tier.threshold),
    consumed: percent(tier.consumed),
    severity: `${severity.id} ${severity.title}`,
    told: notified(severity, team),
  }));
}

/** One row per incident and tier whose threshold it exceeds. */
export function detectionRows(plan: SloPlan) {
  return incidentsOf(plan).flatMap(({ title, ratio }) =>
    tiersOf(plan).flatMap(({ tier, severity }) => {
      const times = detectionTimes(tier, plan, ratio);
      return times === undefined ? [] : [{ title, name: tier.name, severity: severity.id, ...times }];
    }),
  );
}

/**
 * A ticket of an incident that pages never comes: the page fires first, and a ticket waits until the page has been quiet for
 * the ticket's short window, which then holds no bad event any more.
 */
function detectionTimes(tier: BurnTier, plan: SloPlan, errorRatio: number) {
  const fires = detectionMs(tier, plan, errorRatio);
  const bound = detectionBoundMs(tier, plan, errorRatio);
  const clears = resetMs(tier, plan, errorRatio);
  if (fires === undefined || bound === undefined || clears === undefined) return undefined;
  const paged = plan.page.some(({ threshold }) => errorRatio > threshold);
  if (paged && plan.ticket.includes(tier)) return undefined;
  return { fires: time(fires), bound: timeAtMost(bound), clears: time(clears) };
}

/** The incidents that no tier fires for, by title. */
export function unnoticed(plan: SloPlan): readonly string[] {
  return incidentsOf(plan)
    .filter(({ ratio }) => tiersOf(plan).every(({ tier }) => detectionMs(tier, plan, ratio) === undefined))
    .map(({ title }) => title);
}

/** What may fail in an hour, a day, a week and the whole window; `events` is empty where no rate is known. */
export function budgetRows(plan: SloPlan, ratePerSecond: number | undefined) {
  const { windowMs } = plan.slo;
  const windows = [dayMs / 24, dayMs, 7 * dayMs].filter((ms) => ms < windowMs);
  return [...windows, windowMs].map((ms) => ({
    window: period(ms),
    minutes: plain(budgetMinutes(plan, ms)),
    outage: time(budgetMinutes(plan, ms) * 60_000),
    events: ratePerSecond === undefined ? '–' : count(budgetEvents(plan, ratePerSecond, ms)),
  }));
}
