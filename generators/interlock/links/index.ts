import type { Rule } from '../rule.ts';
import { unknownDashboard } from './unknown-dashboard.ts';
import { unknownPage } from './unknown-page.ts';

/** Links lead somewhere. */
export const linkRules: readonly Rule[] = [unknownDashboard, unknownPage];
