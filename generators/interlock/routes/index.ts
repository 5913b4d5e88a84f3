import type { Rule } from '../rule.ts';
import { defaultOnly } from './default-only.ts';
import { existingFile } from './existing-file.ts';
import { externalLost } from './external-lost.ts';
import { externalMoved } from './external-moved.ts';
import { grouping } from './grouping.ts';
import { incompleteReceiver } from './incomplete-receiver.ts';
import { inhibition } from './inhibition.ts';
import { noReceiver } from './no-receiver.ts';
import { pageWithoutEscalation } from './page-without-escalation.ts';
import { receiverVersion } from './receiver-version.ts';
import { responseTime } from './response-time.ts';
import { secret } from './secret.ts';
import { unreached } from './unreached.ts';
import { unused } from './unused.ts';

/** What must be true of the way from an alert to a person. */
export const routeRules: readonly Rule[] = [
  defaultOnly,
  existingFile,
  externalLost,
  externalMoved,
  grouping,
  incompleteReceiver,
  inhibition,
  noReceiver,
  pageWithoutEscalation,
  receiverVersion,
  responseTime,
  secret,
  unreached,
  unused,
];
