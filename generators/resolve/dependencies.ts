import { isKind } from '../language/define.ts';
import { shown } from '../language/shown.ts';

/** What a service's `dependsOn` returns, of any kind, or what is wrong with it. */
export interface Dependencies {
  readonly dependencies: readonly unknown[];
  readonly fault?: { readonly code: 'shape/wrong-value' | 'reference/kind'; readonly message: string };
}

/** Calls the author's function; whatever it does, this returns. */
export function dependenciesOf(dependsOn: unknown): Dependencies {
  // Something else than a function is the schema's business.
  if (typeof dependsOn !== 'function') return { dependencies: [] };
  const returned = call(dependsOn);
  if ('failed' in returned) return fault(`the function fails: ${returned.failed}`);
  if (!Array.isArray(returned.value)) return fault(`the function returns ${shown(returned.value)}, not a list`);
  const dependencies = [...returned.value];
  const stranger = dependencies.find((one) => !isKind(one, 'service', 'infrastructure', 'external'));
  if (stranger === undefined && !dependencies.includes(undefined)) return { dependencies };
  const message = `the function returns ${shown(stranger)} where a service belongs`;
  return { dependencies, fault: { code: 'reference/kind', message } };
}

function fault(message: string): Dependencies {
  return { dependencies: [], fault: { code: 'shape/wrong-value', message } };
}

function call(fn: CallableFunction): { readonly value: unknown } | { readonly failed: string } {
  try {
    return { value: fn() };
  } catch (error) {
    return { failed: error instanceof Error ? `${error.name}: ${error.message}` : shown(error) };
  }
}
