import type { Rule } from '../rule.ts';
import { limits } from './limits.ts';
import { noHeartbeat } from './no-heartbeat.ts';
import { noServices } from './no-services.ts';
import { unsupportedVersion } from './unsupported-version.ts';
import { unwatched } from './unwatched.ts';

/** What must be true of a stack as a whole, and of the servers that evaluate it. */
export const stackRules: readonly Rule[] = [limits, noHeartbeat, noServices, unsupportedVersion, unwatched];
