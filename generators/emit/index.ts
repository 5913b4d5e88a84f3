import type { Artifact } from '../model/artifact.ts';
import type { Compiled } from '../model/observables.ts';
import { emitAlertmanager } from './alertmanager/index.ts';
import { emitGrafana } from './dashboards.ts';
import { emitModel } from './model.ts';
import { emitRules } from './prometheus.ts';
import { emitReadme } from './readme.ts';
import { emitRuleTests } from './rule-tests.ts';
import { emitRunbooks } from './runbooks/index.ts';

/** Observables to the files of one stack. Emitters know nothing of each other. */
export type Emitter = (compiled: Compiled) => readonly Artifact[];

/** Every kind of output, in the order of the folders that they fill. */
export const emitters: readonly Emitter[] = [
  emitReadme,
  emitModel,
  emitRules,
  emitRuleTests,
  emitAlertmanager,
  emitGrafana,
  emitRunbooks,
];
