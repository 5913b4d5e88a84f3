import type * as author from '../language/index.ts';
import type { Matcher, Runbook, Step } from '../model/stack.ts';
import { narrowedLook, selectorOf } from './narrow.ts';
import { given } from './order.ts';
import { addressIn, runbooksOfUnit } from './scope.ts';
import type { Sound } from './soundness.ts';
import { soundUnits } from './units.ts';

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

/**
 * A runbook as its only unit sees it: what it looks at is narrowed by the unit's selector. One that two units share cannot be
 * narrowed for one of them, and stays as it is written.
 */
export function runbookOfItsUnit(runbook: Runbook, stack: author.Stack, sound: Sound): Runbook {
  const users = soundUnits(stack, sound).filter((unit) =>
    runbooksOfUnit(unit, sound).some(({ id }) => id === runbook.id),
  );
  const [only, ...others] = users;
  if (runbook.kind === 'existing-runbook' || only === undefined || others.length > 0) return runbook;
  const matchers = selectorOf(only);
  const steps = (list: readonly Step[]) => list.map((step) => narrowedStep(step, matchers));
  return {
    ...runbook,
    firstSteps: steps(runbook.firstSteps),
    diagnosis: steps(runbook.diagnosis),
    causes: runbook.causes.map((cause) => ({ ...cause, fix: steps(cause.fix) })),
    aftercare: steps(runbook.aftercare),
  };
}

function narrowedStep(step: Step, matchers: readonly Matcher[]): Step {
  if (typeof step === 'string' || step.look === undefined) return step;
  return { ...step, look: narrowedLook(step.look, matchers) };
}
