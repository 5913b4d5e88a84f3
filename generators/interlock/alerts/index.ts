import type { Rule } from '../rule.ts';
import { causePages } from './cause-pages.ts';
import { incomplete } from './incomplete.ts';
import { nameTaken } from './name-taken.ts';
import { noFor } from './no-for.ts';
import { summary } from './summary.ts';

/** What an alert owes to the person it wakes. */
export const alertRules: readonly Rule[] = [causePages, incomplete, nameTaken, noFor, summary];
