import type { Rule } from '../rule.ts';
import { duplicatePromise } from './duplicate-promise.ts';
import { oneRequestPages } from './one-request-pages.ts';
import { scopeLabel } from './scope-label.ts';
import { sharedEvents } from './shared-events.ts';

/** Promises that can be measured, and that are worth being woken for. */
export const sloRules: readonly Rule[] = [duplicatePromise, oneRequestPages, scopeLabel, sharedEvents];
