import { type WrongCall, wrong } from '../wrong-call.ts';

/** What the definitions are compared with instead of `out`. */
export type Against =
  | { readonly kind: 'exposition'; readonly files: readonly string[] }
  | { readonly kind: 'live'; readonly url: string };

interface Values {
  readonly exposition: readonly string[];
  readonly live?: string | undefined;
}

/** Reads `--exposition` and `--live`; `given` are the names of all options of the call. Undefined where neither is there. */
export function readAgainst(
  verb: 'build' | 'check',
  { exposition: files, live: url }: Values,
  given: readonly string[],
): Against | WrongCall | undefined {
  if (files.length === 0 && url === undefined) return undefined;
  const option = url === undefined ? '--exposition' : '--live';
  if (verb === 'build') return wrong(`build compares with nothing; ${option} belongs to check.`);
  if (files.length > 0 && url !== undefined)
    return wrong('Compare with files or with a server: --exposition or --live.');
  if (given.filter((name) => name === 'live').length > 1) return wrong('--live names one server; call check for each.');
  if ([...files, url].some((one) => one?.trim() === '')) return wrong(`${option} is empty.`);
  if (given.includes('out')) return wrong(`check ${option} does not look at out/; leave --out away.`);
  return url === undefined ? { kind: 'exposition', files } : { kind: 'live', url };
}
