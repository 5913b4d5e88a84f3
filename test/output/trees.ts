import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { chapters } from '../cases/chapters.ts';
import { folderOf, readTree } from '../cases/files.ts';

/** What a stack compiles to, on disk, with what its model says of the servers that it is written for. */
export interface Tree {
  /** As a complaint names it: `out/short-video`, `01-first-service/example`. */
  readonly name: string;
  readonly directory: string;
  /** Texts by path below the directory. */
  readonly files: ReadonlyMap<string, string>;
  readonly stack: StackModel;
  /** Where the Alertmanager configuration is that the alerts of this tree meet. */
  readonly alertmanagerFile: string;
}

const stackModel = z.object({
  alertmanager: z.object({ version: z.string() }),
  annotations: z.object({ runbook: z.string(), dashboard: z.string() }),
  /** What others draw, by what the definitions call it. */
  existingDashboards: z.record(z.string(), z.object({ folder: z.string() })).optional(),
  evaluators: z.array(z.object({ id: z.string(), version: z.string() })).min(1),
  grafana: z.object({ url: z.string() }),
  runbooksUrl: z.string(),
  severities: z.array(z.object({ id: z.string(), label: z.string().optional() })),
  labels: z.object({ severity: z.string() }).default({ severity: 'severity' }),
});
export type StackModel = z.infer<typeof stackModel>;

/** A tree of one stack; `existing` is the Alertmanager file that stays somebody else's. */
export function treeIn(name: string, directory: string, existing?: string): Tree {
  const files = readTree(directory);
  const stack = stackModel.parse(JSON.parse(files.get('model/stack.json') ?? 'null'));
  const own = 'alertmanager/alertmanager.yaml';
  const alertmanagerFile = files.has(own) ? join(directory, own) : existing;
  if (alertmanagerFile === undefined) throw new Error(`${name} has no Alertmanager configuration`);
  return { name, directory, files, stack, alertmanagerFile };
}

const subdirectories = (directory: string): readonly string[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map((one) => one.name)
    .sort();

const out = fileURLToPath(new URL('../../out', import.meta.url));

/** What is committed in `out/`, made by `make build`. */
function committedTrees(): readonly Tree[] {
  if (!existsSync(out)) throw new Error('There is no out/; run `make build`.');
  return subdirectories(out).map((stack) => treeIn(`out/${stack}`, join(out, stack)));
}

/** What the chapters of `test/cases` compile to, made by `make golden`. */
function chapterTrees(): readonly Tree[] {
  return Object.keys(chapters).flatMap((chapter) => {
    const folder = folderOf(chapter);
    const existing = join(folder, 'existing.yaml');
    return subdirectories(join(folder, 'out')).map((stack) =>
      treeIn(`${chapter}/${stack}`, join(folder, 'out', stack), existsSync(existing) ? existing : undefined),
    );
  });
}

/** Everything that the judges look at. */
export const trees: readonly Tree[] = [...committedTrees(), ...chapterTrees()];

/** The files of a tree below a folder, by their ending. */
export function filesIn({ files }: Tree, pattern: RegExp): readonly (readonly [string, string])[] {
  return [...files].filter(([path]) => pattern.test(path));
}
