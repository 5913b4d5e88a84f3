import type { Rule } from '../rule.ts';
import { duplicatePanel } from './duplicate-panel.ts';
import { noUnit } from './no-unit.ts';
import { uid } from './uid.ts';
import { undefinedVariable } from './undefined-variable.ts';
import { unknownSeries } from './unknown-series.ts';

/** Dashboards that show what they say. Panels cannot overlap: they have sizes and an order, and the emitter places them. */
export const dashboardRules: readonly Rule[] = [duplicatePanel, noUnit, uid, undefinedVariable, unknownSeries];
