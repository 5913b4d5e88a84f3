import { dump } from 'js-yaml';
import type { Artifact } from '../../model/artifact.ts';
import { folderUid } from '../../model/names.ts';

export interface DataSource {
  /** As readers see it. */
  readonly name: string;
  readonly type: 'prometheus' | 'loki' | 'tempo' | 'alertmanager';
  readonly uid: string;
  /** May be a reference to Grafana's environment. Default `$<UID>_URL`, e.g. `$PROMETHEUS_URL` for uid `prometheus`. */
  readonly url?: string;
  /** Prometheus only: how often it scrapes (`30s`); Grafana makes `$__rate_interval` four times that. */
  readonly scrapeInterval?: string;
}

export interface Provisioning {
  /** The stack's name: providers of two stacks may live in one Grafana. */
  readonly name: string;
  /** Folders below `grafana/`, in any order; each becomes a folder of that uid. */
  readonly folders: readonly string[];
  /** Where the machine that runs Grafana has the content of `grafana/`. */
  readonly dashboardsPath?: string;
  readonly dataSources: readonly DataSource[];
}

/** Grafana's own provisioning files (https://grafana.com/docs/grafana/latest/administration/provisioning/), without secrets. */
export function emitProvisioning(input: Provisioning): readonly Artifact[] {
  const folders = [...new Set(input.folders)].sort();
  return [
    {
      path: 'grafana/provisioning/dashboards.yaml',
      content: yaml({ apiVersion: 1, providers: folders.map((folder) => provider(input, folder)) }),
    },
    {
      path: 'grafana/provisioning/datasources.yaml',
      content: yaml({ apiVersion: 1, datasources: input.dataSources.map(dataSource) }),
    },
  ];
}

function provider({ name, dashboardsPath = '/var/lib/grafana/dashboards' }: Provisioning, folder: string): object {
  return {
    name: literal(`${name} ${folder}`),
    type: 'file',
    folder: literal(`${name}: ${folderTitle(folder)}`),
    folderUid: folderUid(name, folder),
    allowUiUpdates: false,
    options: { path: `${dashboardsPath}/${name}/${folder}` },
  };
}

const acronyms: ReadonlySet<string> = new Set(['gpu', 'kpi', 'ml', 'slo']);

/** `slos` → `SLOs`, `gpu-fleets` → `GPU fleets`, `services` → `Services` */
function folderTitle(folder: string): string {
  const text = folder
    .split('-')
    .map((word) => {
      const [, singular = '', plural = ''] = /^(.*?)(s?)$/.exec(word) ?? [];
      return acronyms.has(singular) ? singular.toUpperCase() + plural : word;
    })
    .join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function dataSource({ name, type, uid, url, scrapeInterval }: DataSource): object {
  return {
    name: literal(name),
    type,
    uid,
    access: 'proxy',
    url: url ?? `$${uid.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_URL`,
    editable: false,
    ...(type === 'prometheus' && {
      jsonData: { httpMethod: 'POST', ...(scrapeInterval !== undefined && { timeInterval: scrapeInterval }) },
    }),
    ...(type === 'alertmanager' && { jsonData: { implementation: 'prometheus' } }),
  };
}

/** Grafana replaces `$NAME` in provisioning values by its environment; `$$` is a dollar sign. */
function literal(text: string): string {
  return text.replaceAll('$', '$$$$');
}

function yaml(value: object): string {
  return dump(value, { noRefs: true, lineWidth: -1 });
}
