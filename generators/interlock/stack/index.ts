import type { Rule } from '../rule.ts';
import { noServices } from './no-services.ts';
import { unsupportedVersion } from './unsupported-version.ts';

/** What must be true of a stack as a whole. */
export const stackRules: readonly Rule[] = [noServices, unsupportedVersion];
