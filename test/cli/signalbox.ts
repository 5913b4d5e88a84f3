import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tsx = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program as a user does: a process of its own, in a directory of its own, on a day that does not change. */
export function signalbox(
  cwd: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const command = ['--import', tsx, join(root, 'generators/main.ts'), ...words];
  const environment = { PATH: process.env.PATH ?? '', SIGNALBOX_TODAY: '2026-07-01', ...env };
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, command, { cwd, env: environment });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      settle({ code, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') });
    });
  });
}

/** A definitions file with one stack of one service without mistakes; more SLOs, service fields and stack fields go in. */
export function definitions({ slos = '', more = '', most = '' } = {}): string {
  return `import * as s from 'signalbox';

const team = s.team({ id: 'feed', title: 'Feed', receivers: { page: s.pagerduty({ routingKeyFile: '/k', escalationPolicy: 'Feed' }) } });
const P1 = s.severity({ id: 'P1', title: 'Critical', responseWithin: '15m', notify: ['page'] });
const speeds = { page: P1, ticket: P1 };
const down = s.runbook({ id: 'down', title: 'Down', firstSteps: ['Look at the dashboard.'] });
const requests = s.counter('http_requests_total', { help: 'Requests.', labels: { status: s.httpStatus } });
const bad = requests.where({ status: /5../ });

const search = s.service({
  id: 'search',
  title: 'Search',
  team,
  tier: 'critical',
  job: 'search',
  requests,
  slos: {
    availability: s.availability(requests, { objective: '99.9%', window: '30d', noTraffic: 'good', bad, runbook: down }),
    ${slos}
  },
  ${more}
});

export default s.stack({
  id: 'prod',
  title: 'Production',
  environment: 'production',
  evaluators: [
    s.prometheus({ id: 'main', version: '2.42', scrapeInterval: '15s', evaluationInterval: '30s', retention: '40d', job: 'prometheus' }),
  ],
  alertmanager: { version: '0.25', ownership: 'whole', job: 'alertmanager' },
  grafana: { version: '11.0', url: 'https://grafana.example.com', datasources: { metrics: 'prometheus' } },
  runbooks: { url: 'https://runbooks.example.com' },
  severities: [P1],
  burn: { critical: speeds, high: speeds, normal: speeds, low: speeds },
  defaultTeam: team,
  services: [search],
  heartbeat: s.heartbeat({ receiver: s.webhook({ url: 'https://switch.example.com/beat' }), every: '1m' }),
  ${most}
});
`;
}

/** Makes a directory a project whose types can be checked, with the packages of this repository. */
export function makeProject(directory: string): void {
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: ['node'],
    paths: {
      signalbox: [join(root, 'generators/language/index.ts')],
      'signalbox/exporters': [join(root, 'generators/exporters/index.ts')],
    },
  };
  writeFiles(directory, {
    'package.json': '{ "type": "module" }\n',
    'tsconfig.json': JSON.stringify({ compilerOptions, include: ['definitions'] }),
  });
}

export function writeFiles(directory: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}
