import type * as author from '../language/index.ts';
import type { Runbook } from '../model/stack.ts';
import { given } from './order.ts';
import { addressIn } from './scope.ts';

export function resolveRunbook(runbook: author.Runbook, stack: author.Stack): Runbook {
  const { id, title } = runbook;
  const address = addressIn(stack, `runbook ${id}`, runbook);
  if (runbook.kind === 'existing-runbook') return { kind: runbook.kind, id, title, url: runbook.url, address };
  const { kind, symptoms, firstSteps, diagnosis, causes, escalation, aftercare } = runbook;
  return {
    kind,
    id,
    title,
    firstSteps,
    diagnosis: diagnosis ?? [],
    causes: causes ?? [],
    aftercare: aftercare ?? [],
    ...given({ symptoms, escalation }),
    address,
  };
}
