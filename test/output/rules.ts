import { load } from 'js-yaml';
import { z } from 'zod';
import { filesIn, type Tree } from './trees.ts';

const texts = z.record(z.string(), z.string());
const rule = z.object({
  record: z.string().optional(),
  alert: z.string().optional(),
  expr: z.string(),
  labels: texts.default({}),
  annotations: texts.default({}),
});
const ruleFile = z.object({ groups: z.array(z.object({ name: z.string(), rules: z.array(rule) })) });

export interface Rule extends z.infer<typeof rule> {
  /** The file below the tree's directory. */
  readonly path: string;
}

export const rulesPattern = /^prometheus\/(?:[^/]+\/)?rules\/[^/]+\.yaml$/;
export const testsPattern = /^prometheus\/(?:[^/]+\/)?tests\/[^/]+\.yaml$/;

/** Every rule of a tree. */
export function rulesOf(tree: Tree): readonly Rule[] {
  return filesIn(tree, rulesPattern).flatMap(([path, content]) =>
    ruleFile.parse(load(content)).groups.flatMap(({ rules }) => rules.map((one) => ({ ...one, path }))),
  );
}

/** Every alerting rule of a tree. */
export function alertsOf(tree: Tree): readonly (Rule & { readonly alert: string })[] {
  return rulesOf(tree).flatMap((one) => (one.alert === undefined ? [] : [{ ...one, alert: one.alert }]));
}
