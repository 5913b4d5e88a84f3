import type * as author from '../language/index.ts';
import { speaks } from '../model/evaluators.ts';
import type { Evaluator, MimirRuler } from '../model/stack.ts';
import { mimirRuler } from '../policy/versions.ts';
import { given } from './order.ts';
import { resolveReceiver } from './people.ts';
import { addressIn } from './scope.ts';
import { ms } from './words.ts';

/** An evaluator with its defaults; from here on its version is that of the Prometheus whose rules it has. */
export function resolveEvaluator(evaluator: author.Evaluator, stack: author.Stack): Evaluator {
  const { id, kind, version, externalLabels, url, job, heartbeat } = evaluator;
  return {
    id,
    version: speaks(kind, version),
    scrapeMs: ms(evaluator.scrapeInterval),
    evaluationMs: ms(evaluator.evaluationInterval),
    retentionMs: ms(evaluator.retention),
    queryOffsetMs: ms(evaluator.queryOffset ?? '0s'),
    externalLabels: externalLabels ?? {},
    ...given({
      url,
      job,
      heartbeat: heartbeat === undefined ? undefined : resolveReceiver(heartbeat),
      mimir: evaluator.kind === 'mimir' ? resolveRuler(evaluator) : undefined,
    }),
    address: addressIn(stack, `${kind} ${id}`, evaluator),
  };
}

function resolveRuler({ version, tenant, limits }: author.MimirInput): MimirRuler {
  return {
    version,
    tenant,
    limits: {
      rulesPerGroup: limits?.rulesPerGroup ?? mimirRuler.rulesPerGroup,
      groupsPerTenant: limits?.groupsPerTenant ?? mimirRuler.groupsPerTenant,
    },
    delayMs: mimirRuler.delayMs,
  };
}
