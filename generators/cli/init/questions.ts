import type { z } from 'zod';
import { duration, id, title, url, version } from '../../language/fields.ts';
import { oldestSupported } from '../../policy/versions.ts';
import { atLeast } from '../../promql/features.ts';

/** What a new project needs to know, by the name of its option. */
export const questions = {
  name: { ask: 'Id of the stack', fault: following(id) },
  title: { ask: 'Its title', fault: following(title) },
  prometheus: { ask: 'Version of Prometheus', fault: supported('prometheus') },
  alertmanager: { ask: 'Version of Alertmanager', fault: supported('alertmanager') },
  grafana: { ask: 'Version of Grafana', fault: supported('grafana') },
  'scrape-interval': { ask: 'How often Prometheus scrapes', fault: following(duration) },
  'evaluation-interval': { ask: 'How often it evaluates rules', fault: following(duration) },
  'grafana-url': { ask: 'Address of Grafana', fault: following(url) },
  'runbooks-url': { ask: 'Where the runbooks will be served', fault: following(url) },
} as const satisfies Readonly<Record<string, Question>>;

export interface Question {
  readonly ask: string;
  /** What is wrong with an answer and what to do, or undefined. */
  readonly fault: (answer: string) => string | undefined;
}

export type Topic = keyof typeof questions;
export type Answers = Readonly<Record<Topic, string>>;

/** All that is asked, in its order. */
export const topics: readonly Topic[] = [
  'name',
  'title',
  'prometheus',
  'alertmanager',
  'grafana',
  'scrape-interval',
  'evaluation-interval',
  'grafana-url',
  'runbooks-url',
];

/** What is taken where nobody says otherwise. */
export function defaultsFor(name: string): Answers {
  return {
    name,
    title: titleOf(name),
    ...oldestSupported,
    'scrape-interval': '15s',
    'evaluation-interval': '30s',
    'grafana-url': 'https://grafana.example.org',
    'runbooks-url': 'https://runbooks.example.org',
  };
}

/** `short-video` → `Short video` */
function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ').trim();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** As the shapes of definitions judge the field that the answer becomes. */
function following(field: z.ZodType): Question['fault'] {
  return (answer) => {
    const issue = field.safeParse(answer).error?.issues[0];
    if (issue === undefined) return undefined;
    const { cure, complaintOf }: Readonly<Record<string, unknown>> = (issue.code === 'custom' && issue.params) || {};
    const complaint: unknown = typeof complaintOf === 'function' ? complaintOf(answer) : undefined;
    return `${typeof complaint === 'string' ? complaint : issue.message}. ${cure}.`;
  };
}

/** As `stack/unsupported-version` judges it. */
function supported(server: keyof typeof oldestSupported): Question['fault'] {
  const least = oldestSupported[server];
  return (answer) => {
    if (!isVersion(answer)) return following(version)(answer);
    return atLeast(answer, least)
      ? undefined
      : `${answer} is older than ${least}, the oldest that the output is written for.`;
  };
}

function isVersion(text: string): text is `${number}.${number}` {
  return version.safeParse(text).success;
}
