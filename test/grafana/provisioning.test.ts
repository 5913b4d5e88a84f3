import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { emitProvisioning } from '../../generators/emit/grafana/index.ts';
import { at } from './emitted.ts';

const files = emitProvisioning({
  name: 'prod',
  folders: ['slo', 'services', 'gpu-fleets', 'services'],
  dataSources: [
    { name: 'Prometheus', type: 'prometheus', uid: 'prometheus', scrapeInterval: '30s' },
    { name: 'Logs for $5', type: 'loki', uid: 'logs-eu', url: 'https://loki.example' },
  ],
});

it('two files, nothing else', () => {
  expect(files.map(({ path }) => path)).toEqual([
    'grafana/provisioning/dashboards.yaml',
    'grafana/provisioning/datasources.yaml',
  ]);
});

it('a provider for each folder, in order, that nobody edits in the browser', () => {
  expect(files[0]?.content).toMatchInlineSnapshot(`
    "apiVersion: 1
    providers:
      - name: prod gpu-fleets
        type: file
        folder: 'prod: GPU fleets'
        folderUid: prod-gpu-fleets
        allowUiUpdates: false
        options:
          path: /var/lib/grafana/dashboards/prod/gpu-fleets
      - name: prod services
        type: file
        folder: 'prod: Services'
        folderUid: prod-services
        allowUiUpdates: false
        options:
          path: /var/lib/grafana/dashboards/prod/services
      - name: prod slo
        type: file
        folder: 'prod: SLO'
        folderUid: prod-slo
        allowUiUpdates: false
        options:
          path: /var/lib/grafana/dashboards/prod/slo
    "
  `);
});

it('data sources without secrets, addresses from the environment unless given', () => {
  expect(files[1]?.content).toMatchInlineSnapshot(`
    "apiVersion: 1
    datasources:
      - name: Prometheus
        type: prometheus
        uid: prometheus
        access: proxy
        url: $PROMETHEUS_URL
        editable: false
        jsonData:
          httpMethod: POST
          timeInterval: 30s
      - name: Logs for $$5
        type: loki
        uid: logs-eu
        access: proxy
        url: https://loki.example
        editable: false
    "
  `);
});

describe('text that YAML or Grafana would read as something else is kept', () => {
  it.each(['yes', '1.0', 'null', 'a: b', '#1', '2024-01-01', '0x10'])('%s', (name) => {
    const [, second] = emitProvisioning({ name: 'x', folders: [], dataSources: [{ name, type: 'tempo', uid: 't' }] });
    expect(second?.content).toContain(`name: '${name}'`);
    expect(at(load(second?.content ?? ''), 'datasources.0.name')).toBe(name);
  });
  it('the path of the dashboards may come from the environment', () => {
    const [first] = emitProvisioning({ name: 'x', folders: ['a'], dashboardsPath: '$DASHBOARDS', dataSources: [] });
    expect(at(load(first?.content ?? ''), 'providers.0.options.path')).toBe('$DASHBOARDS/x/a');
  });
});
