import type { Rule } from '../rule.ts';
import { reserved } from './reserved.ts';
import { seriesBudget } from './series-budget.ts';
import { seriesLimit } from './series-limit.ts';
import { template } from './template.ts';
import { unbounded } from './unbounded.ts';

/** Labels that exist, and not too many of them. */
export const labelRules: readonly Rule[] = [reserved, seriesBudget, seriesLimit, template, unbounded];
