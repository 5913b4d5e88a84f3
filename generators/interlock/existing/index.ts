import type { Rule } from '../rule.ts';
import { dashboard } from './dashboard.ts';
import { dashboardUid } from './dashboard-uid.ts';
import { dataSource } from './data-source.ts';
import { duplicatePanel } from './duplicate-panel.ts';
import { panelUnit } from './panel-unit.ts';
import { promql } from './promql.ts';
import { query } from './query.ts';
import { ruleFile } from './rule-file.ts';
import { secret } from './secret.ts';
import { undefinedVariable } from './undefined-variable.ts';
import { unknownSeries } from './unknown-series.ts';

/** What others wrote and keep, looked over: what would break the output is an error, what they should know a warning. */
export const existingRules: readonly Rule[] = [
  dashboard,
  dashboardUid,
  dataSource,
  duplicatePanel,
  panelUnit,
  promql,
  query,
  ruleFile,
  secret,
  undefinedVariable,
  unknownSeries,
];
