import { valueExpr } from '../../derive/values.ts';
import type { Address } from '../../diagnostics/diagnostic.ts';
import { type Dashboard, type Panel, promqlOf } from '../../model/dashboard.ts';
import { executiveUid, label } from '../../model/names.ts';
import type { AlertEntry, Compiled } from '../../model/observables.ts';
import type { AlertingRule, Rule, RuleFile, RuleGroup } from '../../model/rules.ts';
import type { Evaluator, Runbook, Stack } from '../../model/stack.ts';
import { type Instant, type SelectorUse, selectorsOf } from '../../promql/index.ts';
import { looksOf, runbooksIn } from './declared.ts';

/** An expression that somebody will ask of a Prometheus, and the definition that it was made from. */
export interface Use {
  /** `FypLatencyHigh`, `slo:sli_bad:rate`, `the panel "Latency"`: the subject of a message. */
  readonly name: string;
  readonly address: Address;
  readonly evaluator: Evaluator;
  readonly expr: Instant;
  readonly selectors: readonly SelectorUse[];
  /** Where people see it. */
  readonly on?: { readonly board: Dashboard; readonly panel?: Panel };
  readonly runbook?: Runbook;
}

/** An expression that is evaluated all the time. */
export interface RuleUse extends Use {
  readonly rule: Rule;
  readonly group: RuleGroup;
  /** The alert that the rule is. */
  readonly alert?: AlertEntry;
}

const use = (name: string, address: Address, evaluator: Evaluator, expr: Instant): Use => ({
  name,
  address,
  evaluator,
  expr,
  selectors: selectorsOf(expr),
});

const evaluatorNamed = (stack: Stack, id: string): Evaluator =>
  stack.evaluators.find((one) => one.id === id) ?? stack.evaluators[0];

/** The expressions of all rules. */
export function ruleUses({ stack, observables }: Compiled): readonly RuleUse[] {
  const alerts = new Map<AlertingRule, AlertEntry>(observables.alerts.map((alert) => [alert.rule, alert]));
  const slos = new Map(observables.slos.map(({ slo }) => [slo.id, slo.address]));
  const services = new Map(stack.services.map(({ id, address }) => [id, address]));
  const addressOf = (rule: Rule, { unit }: RuleFile): Address =>
    slos.get(`${rule.labels[label.service]}/${rule.labels[label.slo]}`) ?? services.get(unit) ?? stack.address;
  return observables.ruleFiles.flatMap((file) =>
    file.groups.flatMap((group) =>
      group.rules.map((rule): RuleUse => {
        const alert = rule.kind === 'alerting' ? alerts.get(rule) : undefined;
        const name = rule.kind === 'alerting' ? rule.alert : rule.record;
        const address = alert?.address ?? addressOf(rule, file);
        const own = use(name, address, evaluatorNamed(stack, file.evaluator), rule.expr);
        return { ...own, rule, group, ...(alert === undefined ? {} : { alert }) };
      }),
    ),
  );
}

/** The expressions that the steps of runbooks tell people to look at. */
export function runbookUses({ stack }: Compiled): readonly Use[] {
  return runbooksIn(stack).flatMap((runbook) =>
    looksOf(runbook).map((value) => ({
      ...use(`the runbook ${runbook.id}`, runbook.address, stack.evaluators[0], valueExpr(value)),
      runbook,
    })),
  );
}

/** Which definition a dashboard, or a panel of it, is about. */
export type AddressOf = (board: Dashboard, panel?: Panel) => Address;

/**
 * A panel is about the alert or SLO that links to it, a board about its unit or about what the executive says, and shared
 * boards about the stack.
 */
export function boardAddresses({ stack, observables }: Compiled): AddressOf {
  const keyOf = (uid: string, key: string): string => `${uid}\0${key}`;
  const services = new Map(stack.services.map(({ dashboardUid, address }) => [dashboardUid, address]));
  const panels = new Map(
    observables.alerts.flatMap(({ panel, address }) =>
      panel === undefined ? [] : [[keyOf(panel.dashboardUid, panel.key), address] as const],
    ),
  );
  return ({ uid }, panel) =>
    (panel === undefined ? undefined : panels.get(keyOf(uid, panel.key))) ??
    services.get(uid) ??
    (uid === executiveUid(stack) ? stack.executive?.address : undefined) ??
    stack.address;
}

/** The expressions of dashboards: panels, annotations, and the lists of variables. */
export function boardUses(compiled: Compiled): readonly Use[] {
  const { stack, observables } = compiled;
  const addressOf = boardAddresses(compiled);
  const evaluators = new Map(stack.services.map(({ dashboardUid, evaluator }) => [dashboardUid, evaluator]));
  const ofWatchers = new Map(
    observables.alerts.flatMap(({ panel, evaluator }) =>
      panel === undefined || evaluator === undefined
        ? []
        : [[`${panel.dashboardUid} ${panel.key}`, evaluator] as const],
    ),
  );
  return observables.dashboards.flatMap((board) => {
    const ofBoard = evaluators.get(board.uid) ?? stack.evaluators[0];
    const onBoard = (name: string, expr: Instant, panel?: Panel): Use => {
      const evaluator = ofWatchers.get(`${board.uid} ${panel?.key}`) ?? ofBoard;
      const on = { board, ...(panel === undefined ? {} : { panel }) };
      return { ...use(`${name} of ${board.uid}`, addressOf(board, panel), evaluator, expr), on };
    };
    return [
      ...board.variables.flatMap((one) =>
        one.kind === 'query' ? [onBoard(`the variable ${one.name}`, one.series)] : [],
      ),
      ...board.annotations.map(({ name, expr }) => onBoard(`the annotation "${name}"`, expr)),
      ...panelsOf(board).flatMap((panel) =>
        promqlOf(panel).map(({ expr }) => onBoard(`the panel "${panel.title}"`, expr, panel)),
      ),
    ];
  });
}

/** The panels of a dashboard, in the order of its rows. */
export function panelsOf({ rows }: Dashboard): readonly Panel[] {
  return rows.flatMap(({ panels }) => panels);
}
