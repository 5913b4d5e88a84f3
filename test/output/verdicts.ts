import { load } from 'js-yaml';
import { z } from 'zod';
import { judge } from '../judges/programs.ts';
import { filesIn, type Tree } from './trees.ts';

/** What `promtool check rules` says of many files, without the lines that say that all is well. */
export function ruleComplaints(files: readonly string[]) {
  const { code, output } = judge('promtool', ['check', 'rules', '--lint=all', '--lint-fatal', ...files]);
  const lines = output.split('\n').filter((line) => !/^(Checking .*| {2}SUCCESS: \d+ rules found|)$/.test(line));
  return { code, lines };
}

/** What `amtool check-config` says of many files; each that it accepts it lists on a line of its own. */
export function configurationComplaints(files: readonly string[]) {
  const { code, output } = judge('amtool', ['check-config', ...files]);
  const accepted = files.filter((file) => output.includes(`Checking '${file}'  SUCCESS\n`)).length;
  return { code, accepted, output };
}

const routesFile = z.object({
  alerts: z.array(
    z.object({ labels: z.record(z.string(), z.string()), receivers: z.array(z.object({ name: z.string() })).min(1) }),
  ),
});

export interface ExpectedRoute {
  readonly config: string;
  /** An alert that others write, and nobody here proves. */
  readonly isExternal: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly receivers: readonly string[];
}

/** Who must be told of each alert, as the tree says. */
export function routesOf(tree: Tree): readonly ExpectedRoute[] {
  return filesIn(tree, /^alertmanager\/routes\/[^/]+\.yaml$/).flatMap(([path, content]) =>
    routesFile.parse(load(content)).alerts.map(({ labels, receivers }) => ({
      config: tree.alertmanagerFile,
      isExternal: path.startsWith('alertmanager/routes/external-'),
      labels,
      receivers: receivers.map(({ name }) => name),
    })),
  );
}

/** As amtool reads it: quoted, with its own escapes. */
const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;

/** Whether amtool finds exactly these receivers, in this order. */
export function verified({ config, labels, receivers }: Omit<ExpectedRoute, 'isExternal'>): boolean {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${quoted(value)}`);
  const wanted = `--verify.receivers=${receivers.join(',')}`;
  return judge('amtool', ['config', 'routes', 'test', `--config.file=${config}`, wanted, ...pairs]).code === 0;
}
