import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type WrongCall, wrong, wrongOption } from '../wrong-call.ts';
import { type Answers, questions, topics } from './questions.ts';

export interface InitCall {
  readonly verb: 'init';
  readonly dir: string;
  /** Sound answers that need not be asked for. */
  readonly given: Partial<Answers>;
  readonly yes: boolean;
}

const text = { type: 'string' } as const;

const options = {
  dir: { type: 'string', default: '.' },
  name: text,
  title: text,
  prometheus: text,
  alertmanager: text,
  grafana: text,
  'scrape-interval': text,
  'evaluation-interval': text,
  'grafana-url': text,
  'runbooks-url': text,
  yes: { type: 'boolean', default: false, short: 'y' },
} as const satisfies ParseArgsConfig['options'];

/** Reads the words after `signalbox init`; says everything that is wrong with them at once. */
export function readInit(words: readonly string[]): InitCall | WrongCall {
  try {
    return understand(words);
  } catch (error) {
    return wrongOption(error);
  }
}

function understand(words: readonly string[]): InitCall | WrongCall {
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
  const { dir, yes, ...given } = values;
  const faults = [
    ...positionals.map((word) => `init takes no ${JSON.stringify(word)}; the directory goes behind --dir.`),
    ...(dir.trim() === '' ? ['--dir is empty; name a directory.'] : []),
    ...topics.flatMap((topic) => {
      const answer = given[topic];
      const fault = answer === undefined ? undefined : questions[topic].fault(answer);
      return fault === undefined ? [] : [`--${topic}: ${fault}`];
    }),
  ];
  return faults.length === 0 ? { verb: 'init', dir, given, yes } : wrong(faults.join('\nsignalbox: '));
}
