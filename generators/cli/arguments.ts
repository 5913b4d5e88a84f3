import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from '../diagnostics/suggestion.ts';
import { isDate } from '../language/fields.ts';
import { type Against, readAgainst } from './compare/against.ts';
import { type ImportCall, readImport } from './import/arguments.ts';
import { type InitCall, readInit } from './init/arguments.ts';
import { type WrongCall, wrong, wrongOption } from './wrong-call.ts';

export interface BuildCall {
  readonly verb: 'build' | 'check';
  readonly definitions: string;
  readonly out: string;
  /** Only these; empty: all. */
  readonly stacks: readonly string[];
  readonly json: boolean;
  readonly types: boolean;
  readonly today?: string;
  readonly baseline: 'use' | 'write' | 'shrink';
  /** What servers expose, to compare with instead of `out`. */
  readonly against?: Against;
}

export type Call =
  | BuildCall
  | ImportCall
  | InitCall
  | { readonly verb: 'explain'; readonly code: string }
  | { readonly verb: 'help' }
  | { readonly verb: 'version' }
  | WrongCall;

export const help = `Compiles typed definitions of services and SLOs into Prometheus rules, Alertmanager
routes, Grafana dashboards and runbooks.

  signalbox build          compile the definitions and write out/
  signalbox check          compile them and compare with out/, which stays as it is
  signalbox check --exposition FILE | --live URL
                           compare them with what servers expose, and not with out/
  signalbox explain CODE   say what a complaint means and how to cure it
  signalbox import metrics write declarations of the metrics that are there already
  signalbox init           write a small project to begin with

  --definitions FILE   the file that exports the stacks (definitions/index.ts)
  --out DIR            where the generated files are (out)
  --stack ID           only this stack; may be repeated
  --json               complaints as a JSON array on standard output
  --no-types           do not check the types of the definitions
  --today YYYY-MM-DD   the day that waivers are compared with
  --write-baseline     build: accept the errors of today as known
  --shrink-baseline    build: forget the known errors that are repaired
  --help, --version

check, to ask whether the declared metrics, labels, values and buckets are there
  --exposition FILE    what a server exposes at /metrics, saved; may be repeated
  --live URL           or a running Prometheus or Mimir, which is only read
                       types and out/ are not looked at; --json lists every query and
                       rule that would return nothing

import metrics
  --exposition FILE    what a server exposes at /metrics, saved
  --live URL           or a running Prometheus or Mimir, which is only read
  --match REGEXP       only metrics in whose name this is found
  --out FILE           a new file, instead of standard output

init, which asks for what is not given
  --dir DIR            where the project is (.)
  --name ID            the stack's id; --title TEXT, how people call it
  --prometheus, --alertmanager, --grafana VERSION
  --scrape-interval, --evaluation-interval DURATION
  --grafana-url, --runbooks-url URL
  --yes                do not ask; take the defaults

Exit codes: 0 done, 1 the definitions have errors or are not what is exposed, 2 the call
is wrong or what it names cannot be read or written, 3 out/ is not up to date.
`;

const flag = { type: 'boolean', default: false } as const;

const options = {
  definitions: { type: 'string', default: 'definitions/index.ts' },
  out: { type: 'string', default: 'out' },
  stack: { type: 'string', multiple: true, default: [] },
  today: { type: 'string' },
  exposition: { type: 'string', multiple: true, default: [] },
  live: { type: 'string' },
  json: flag,
  'no-types': flag,
  'write-baseline': flag,
  'shrink-baseline': flag,
  help: { ...flag, short: 'h' },
  version: flag,
} as const satisfies ParseArgsConfig['options'];

const verbs = ['build', 'check', 'explain', 'import', 'init'] as const;

/** Reads the words after `signalbox`. Never throws: a call that cannot be understood is a call, too. */
export function readArguments(words: readonly string[]): Call {
  const [verb, ...rest] = words;
  // These have options of their own.
  if ((verb === 'import' || verb === 'init') && !rest.some((word) => word === '--help' || word === '-h'))
    return verb === 'import' ? readImport(rest) : readInit(rest);
  try {
    return understand(verb === 'import' || verb === 'init' ? ['--help'] : words);
  } catch (error) {
    return wrongOption(error);
  }
}

function understand(words: readonly string[]): Call {
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options,
    allowPositionals: true,
    tokens: true,
  });
  if (values.help) return { verb: 'help' };
  if (values.version) return { verb: 'version' };
  const [verb, ...rest] = positionals;
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  if (verb === undefined) return wrong('Say what to do: build, check, explain, import or init.');
  if (verb === 'explain') return readExplain(rest, given);
  if (verb === 'import' || verb === 'init') return wrong(`Write ${verb} first, and its options behind it.`);
  if (verb !== 'build' && verb !== 'check') return wrong(unknownVerb(verb));
  if (rest.length > 0) return wrong(`${verb} takes no ${JSON.stringify(rest[0])}; the file goes behind --definitions.`);
  const against = readAgainst(verb, values, given);
  if (against !== undefined && 'verb' in against) return against;
  const call = readBuild(verb, values);
  return against === undefined || call.verb === 'wrong' ? call : { ...call, types: false, against };
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

function readBuild(verb: 'build' | 'check', values: Values): BuildCall | WrongCall {
  const { definitions, out, stack, json, today } = values;
  const write = values['write-baseline'];
  const shrink = values['shrink-baseline'];
  for (const [name, value] of Object.entries({ definitions, out })) {
    if (value.trim() === '') return wrong(`--${name} is empty; name a ${name === 'out' ? 'directory' : 'file'}.`);
  }
  if (today !== undefined && !isDate(today))
    return wrong(`--today ${JSON.stringify(today)} is not a date; write YYYY-MM-DD.`);
  if (verb === 'check' && (write || shrink)) return wrong('check changes nothing; the baseline is written by build.');
  if (write && shrink)
    return wrong('--write-baseline starts a baseline and --shrink-baseline shortens it; choose one.');
  return {
    verb,
    definitions,
    out,
    stacks: stack,
    json,
    types: !values['no-types'],
    ...(today === undefined ? {} : { today }),
    baseline: write ? 'write' : shrink ? 'shrink' : 'use',
  };
}

function readExplain(codes: readonly string[], given: readonly string[]): Call {
  const [code, ...more] = codes;
  if (given.length > 0) return wrong(`explain does not know --${given[0]}.`);
  if (code === undefined || more.length > 0) return wrong('explain takes one code, for instance metric/label-value.');
  return { verb: 'explain', code };
}

function unknownVerb(verb: string): string {
  const meant = nearest(verb, verbs);
  return `There is no command ${JSON.stringify(verb)}; ${meant === undefined ? `there are ${verbs.join(', ')}` : `did you mean ${meant}?`}`;
}
