import { FAILSAFE_SCHEMA, load, mergeTag } from 'js-yaml';
import type { Inhibition, Route, RoutingProblem } from '../../model/routing.ts';
import type { Matcher } from '../../model/stack.ts';
import { parseDuration } from '../../promql/duration.ts';
import { checked, readMatchers } from './read-matchers.ts';

/** What routing needs to know of a configuration that others write. */
export interface Existing {
  readonly root: Route;
  readonly receivers: readonly string[];
  /** Those that have no configuration, and so tell nobody. */
  readonly silent: ReadonlySet<string>;
  readonly inhibitions: readonly Inhibition[];
  readonly problems: readonly RoutingProblem[];
}

type Fields = Readonly<Record<string, unknown>>;
type Complain = (message: string) => void;

const cure = 'Mend the existing file; `amtool check-config` says more about it.';

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textsOf = (value: unknown): readonly string[] => listOf(value).map(textOf);

/** `matchers`, and the older `match` and `match_re`, which they are joined with. */
function matchersOf(fields: Fields, names: readonly [string, string, string], complain: Complain): readonly Matcher[] {
  const [matchers, equal, regexp] = names.map((name) => fields[name]);
  const old = (value: unknown, op: Matcher['op']) =>
    Object.entries(fieldsOf(value)).map(([label, text]) => checked({ label, op, value: textOf(text) }));
  const all = [...textsOf(matchers).flatMap(readMatchers), ...old(equal, '='), ...old(regexp, '=~')];
  for (const one of all)
    if (typeof one === 'string') complain(`The existing Alertmanager file has a bad matcher: ${one}.`);
  return all.filter((one) => typeof one !== 'string');
}

function timesOf(fields: Fields): Pick<Route, 'groupWaitMs' | 'groupIntervalMs' | 'repeatMs'> {
  const wait = parseDuration(textOf(fields.group_wait));
  const interval = parseDuration(textOf(fields.group_interval));
  const repeat = parseDuration(textOf(fields.repeat_interval));
  return {
    ...(wait === undefined ? {} : { groupWaitMs: wait }),
    ...(interval === undefined ? {} : { groupIntervalMs: interval }),
    ...(repeat === undefined ? {} : { repeatMs: repeat }),
  };
}

type Inherited = Pick<Route, 'receiver' | 'groupBy'>;

/** An empty `group_by` inherits: it overrides only since Alertmanager 0.31. */
function routeOf(value: unknown, above: Inherited, complain: Complain): Route {
  const fields = fieldsOf(value);
  const groupBy = textsOf(fields.group_by);
  const own: Inherited = {
    receiver: textOf(fields.receiver) || above.receiver,
    groupBy: groupBy.length === 0 ? above.groupBy : groupBy,
  };
  return {
    ...own,
    ...timesOf(fields),
    matchers: matchersOf(fields, ['matchers', 'match', 'match_re'], complain),
    continue: /^(?:y|yes|true|on)$/i.test(textOf(fields.continue)),
    routes: listOf(fields.routes).map((child) => routeOf(child, own, complain)),
  };
}

function inhibitionOf(value: unknown, index: number, complain: Complain): Inhibition {
  const fields = fieldsOf(value);
  return {
    name: textOf(fields.name) || `inhibit_rules[${index}] of the existing file`,
    origin: 'existing',
    source: matchersOf(fields, ['source_matchers', 'source_match', 'source_match_re'], complain),
    target: matchersOf(fields, ['target_matchers', 'target_match', 'target_match_re'], complain),
    equal: textsOf(fields.equal),
  };
}

/** A list of any kind of receiver, with something in it, tells somebody. */
const tellsNobody = (receiver: Fields): boolean =>
  !Object.entries(receiver).some(([key, value]) => key.endsWith('_configs') && listOf(value).length > 0);

function loaded(text: string, complain: Complain): Fields {
  try {
    // Every scalar as the text that it is: Alertmanager reads label values so, also `1` and `yes`.
    return fieldsOf(load(text, { schema: FAILSAFE_SCHEMA.withTags(mergeTag) }));
  } catch (error) {
    complain(`The existing Alertmanager file is not YAML: ${error instanceof Error ? error.message : String(error)}`);
    return {};
  }
}

/** Reads the routes, receivers and inhibitions of a configuration, with all that is wrong in them. */
export function readExisting(text: string): Existing {
  const problems: RoutingProblem[] = [];
  const complain: Complain = (message) => problems.push({ message, cure });
  const fields = loaded(text, complain);
  const root = routeOf(fields.route, { receiver: '', groupBy: [] }, complain);
  if (problems.length === 0 && root.receiver === '')
    complain('The existing Alertmanager file has no route with a receiver.');
  const receivers = listOf(fields.receivers).map(fieldsOf);
  return {
    root,
    receivers: receivers.map(({ name }) => textOf(name)),
    silent: new Set(receivers.filter(tellsNobody).map(({ name }) => textOf(name))),
    inhibitions: listOf(fields.inhibit_rules).map((one, index) => inhibitionOf(one, index, complain)),
    problems,
  };
}
