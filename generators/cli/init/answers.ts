import { basename, resolve } from 'node:path';
import type { World } from '../world.ts';
import type { InitCall } from './arguments.ts';
import { type Answers, defaultsFor, questions, type Topic, topics } from './questions.ts';

export type Interview =
  | { readonly kind: 'answered'; readonly answers: Answers }
  | { readonly kind: 'unanswered'; readonly message: string };

type Ask = NonNullable<World['ask']>;

/** What was given, else asked, else taken by default. */
export async function interview(call: InitCall, world: World): Promise<Interview> {
  const ask = call.yes ? undefined : world.ask;
  if (ask === undefined) {
    const { name } = call.given;
    if (name !== undefined) return { kind: 'answered', answers: { ...defaultsFor(name), ...call.given } };
    return unanswered('nobody is asked with --yes or without a terminal; give the project a name: init --name ID.');
  }
  let answers: Answers = defaultsFor(nameOf(resolve(world.cwd, call.dir)));
  for (const topic of topics) {
    const said = call.given[topic] ?? (await asked(topic, answers[topic], ask, world));
    if (said === undefined) return unanswered('not all was answered. Nothing was written.');
    // The name makes the title that is proposed.
    answers = topic === 'name' ? defaultsFor(said) : { ...answers, [topic]: said };
  }
  return { kind: 'answered', answers };
}

function unanswered(message: string): Interview {
  return { kind: 'unanswered', message };
}

/** Asks until the answer can be used; an empty one is the default. */
async function asked(topic: Topic, fallback: string, ask: Ask, world: World): Promise<string | undefined> {
  for (;;) {
    const said = await ask(`${questions[topic].ask} (${fallback}): `);
    if (said === undefined) return undefined;
    const answer = said.trim() === '' ? fallback : said.trim();
    const fault = questions[topic].fault(answer);
    if (fault === undefined) return answer;
    world.complain(`${fault}\n`);
  }
}

/** The name of the directory, where it can be an id. */
function nameOf(directory: string): string {
  const name = basename(directory)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);
  return questions.name.fault(name) === undefined ? name : 'acme';
}
