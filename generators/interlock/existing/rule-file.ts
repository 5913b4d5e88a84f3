import { placeIn } from '../../model/beside.ts';
import type { Rule } from '../rule.ts';
import { nameable } from './words.ts';

/** A file of alerts of others that Prometheus would refuse. */
export const ruleFile: Rule = {
  code: 'existing/rule-file',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'A file that `externalAlerts` names is one that Prometheus can load.',
    cause:
      'Prometheus refuses a whole file for one broken rule. Either its alerts are gone already, or this is not the file that runs.',
    cure: 'Mend the file; `promtool check rules` judges it as well. Of a template (Helm, jsonnet) name the result.',
  },
  check: ({ stack }) =>
    stack.external.flatMap(({ file, problems, address }) =>
      problems.map(({ line, message }) => ({
        address,
        message: `${placeIn(file, line)}: ${nameable(message)}`,
        cure: 'Mend it where it is written; of a template name the result.',
      })),
    ),
};
