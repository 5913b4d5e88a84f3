import { after, type Case } from './case.ts';
import { grows, jumps } from './incidents.ts';

const ruler = (name: string, user: string): string =>
  `cortex_prometheus_${name}{job="mimir/ruler",user="${user}",rule_group="r.yaml;a"}`;
export const ofMimir: readonly Case[] = [
  {
    alert: 'MonitoringRulesFail',
    evaluator: 'far',
    what: 'a rule of the tenant fails at every evaluation',
    ill: [grows(ruler('rule_evaluation_failures_total', 'shop'), 0, 1)],
    firesAfter: after(7),
    clearsAfter: after(6),
    under: {
      'a rule of another tenant fails': [grows(ruler('rule_evaluation_failures_total', 'other'), 0, 1)],
      'one run fails': [jumps(ruler('rule_evaluation_failures_total', 'shop'), 20)],
    },
  },
  {
    alert: 'MonitoringRulesMissed',
    evaluator: 'far',
    what: 'runs are left out',
    ill: [grows(ruler('rule_group_iterations_missed_total', 'shop'), 0, 1)],
    firesAfter: after(7),
    clearsAfter: after(6),
    under: { 'of another tenant': [grows(ruler('rule_group_iterations_missed_total', 'other'), 0, 1)] },
  },
  {
    alert: 'MonitoringRulesUnseen',
    evaluator: 'far',
    what: 'no rule of the tenant is evaluated, those of another are',
    ill: [
      grows(ruler('rule_evaluations_total', 'shop'), 60, 0),
      grows(ruler('rule_evaluations_total', 'other'), 60, 60),
    ],
    firesAfter: after(15),
    clearsAfter: after(1),
    under: { 'rules are evaluated seldom': [grows(ruler('rule_evaluations_total', 'shop'), 60, 0.5)] },
  },
  {
    alert: 'MonitoringAlertsDropped',
    evaluator: 'far',
    what: 'no Alertmanager takes the heartbeat',
    ill: [grows('cortex_prometheus_notifications_dropped_total{job="mimir/ruler",user="shop"}', 0, 1)],
    firesAfter: after(3),
    clearsAfter: after(2),
    under: {
      'Alertmanager restarts': [
        jumps('cortex_prometheus_notifications_dropped_total{job="mimir/ruler",user="shop"}', 9),
      ],
    },
  },
];
