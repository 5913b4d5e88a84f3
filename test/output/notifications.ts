import { join } from 'node:path';
import { judge, withFiles } from '../judges/programs.ts';
import type { Rule } from './rules.ts';
import type { Tree } from './trees.ts';

/** What Prometheus makes of an annotation, as far as a test needs it: texts as they are, figures as `1`. */
export function expanded(template: string, labels: Readonly<Record<string, string>>): string {
  return template
    .replace(/\{\{ "\{\{" \}\}/g, '\u0000')
    .replace(/\{\{ \$labels\.(\w+) \}\}/g, (_, name: string) => labels[name] ?? '')
    .replace(/\{\{ \$value[^}]*\}\}/g, '1')
    .replaceAll('\u0000', '{{');
}

export interface Notification {
  readonly summary: string;
  readonly runbook: string;
  /** What Alertmanager hands to its templates. */
  readonly data: object;
}

/** One alert, firing, as Alertmanager tells of it. */
export function notificationOf({ stack }: Tree, { alert, labels, annotations }: Rule): Notification {
  const all = { ...labels, alertname: alert ?? '' };
  const texts = Object.fromEntries(
    Object.entries(annotations).map(([name, text]) => [name, expanded(text, labels)] as const),
  );
  const one = { status: 'firing', labels: all, annotations: texts };
  const data = {
    ...{ receiver: 'any', status: 'firing', externalURL: '', groupLabels: {} },
    ...{ alerts: [one], commonLabels: all, commonAnnotations: {} },
  };
  return { summary: texts.summary ?? '', runbook: texts[stack.annotations.runbook] ?? '', data };
}

/** The names that a tree's templates define. */
export function templateNames({ files }: Tree): readonly string[] {
  const text = files.get('alertmanager/templates/signalbox.tmpl') ?? '';
  return [...text.matchAll(/\{\{ define "([^"]+)" \}\}/g)].map(([, name = '']) => name);
}

/** All texts of a notification, one after the other, as amtool renders them. */
export function renderAll({ directory }: Tree, names: readonly string[], { data, ...rest }: Notification) {
  const template = names.map((name) => `{{ template "${name}" . }}`).join('\n');
  const text = withFiles({ 'data.json': JSON.stringify(data) }, (scratch) => {
    const { code, output } = judge('amtool', [
      ...['template', 'render', `--template.glob=${join(directory, 'alertmanager/templates/*.tmpl')}`],
      ...[`--template.text=${template}`, `--template.data=${join(scratch, 'data.json')}`],
    ]);
    if (code !== 0) throw new Error(output);
    return output;
  });
  return { ...rest, text };
}
