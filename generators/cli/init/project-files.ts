import { literal } from '../../declarations/literal.ts';
import type { Answers } from './questions.ts';
import { metricsFile, runbooksFile, serviceFile } from './service-files.ts';

/** The files of a small project that compiles, by path. A team's and a service's names are there to be replaced. */
export function projectFiles(answers: Answers): Readonly<Record<string, string>> {
  const folder = `definitions/${answers.name}`;
  return {
    'definitions/index.ts': indexFile(answers.name),
    [`${folder}/stack.ts`]: stackFile(answers),
    [`${folder}/teams.ts`]: TEAMS,
    [`${folder}/severities.ts`]: SEVERITIES,
    [`${folder}/services/shop.metrics.ts`]: metricsFile,
    [`${folder}/services/shop.runbooks.ts`]: runbooksFile,
    [`${folder}/services/shop.ts`]: serviceFile,
  };
}

/** For a project that has none: strict, and at home with imports that end in .ts. */
export const tsconfig = `{
  "compilerOptions": {
    "target": "es2023",
    "module": "nodenext",
    "types": [],
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "exactOptionalPropertyTypes": true,
    "verbatimModuleSyntax": true,
    "allowImportingTsExtensions": true,
    "skipLibCheck": true,
    "noEmit": true
  },
  "include": ["definitions"]
}
`;

function indexFile(name: string): string {
  return `/** The stacks that \`signalbox build\` compiles: one tree under \`out/\` each. */
import { production } from ${literal(`./${name}/stack.ts`)};

export default [production];
`;
}

function stackFile(answers: Answers): string {
  const { name, title, prometheus, alertmanager, grafana } = answers;
  return `import { heartbeat, prometheus, type Stack, stack, webhook } from 'signalbox';
import { shop } from './services/shop.ts';
import { P1, P2, P3 } from './severities.ts';
import { webTeam } from './teams.ts';

const urgent = { page: P1, ticket: P3 };
const usual = { page: P2, ticket: P3 };

export const production: Stack = stack({
  id: ${literal(name)},
  title: ${literal(title)},
  environment: 'production',
  // Prometheus scrapes itself and Alertmanager under these jobs: what fails there is told, too.
  evaluators: [
    prometheus({
      id: 'prometheus',
      version: ${literal(prometheus)},
      scrapeInterval: ${literal(answers['scrape-interval'])},
      evaluationInterval: ${literal(answers['evaluation-interval'])},
      retention: '45d',
      job: 'prometheus',
    }),
  ],
  alertmanager: { version: ${literal(alertmanager)}, ownership: 'whole', job: 'alertmanager' },
  grafana: {
    version: ${literal(grafana)},
    url: ${literal(answers['grafana-url'])},
    datasources: { metrics: 'prometheus' },
  },
  runbooks: { url: ${literal(answers['runbooks-url'])} },
  severities: [P1, P2, P3],
  burn: { critical: urgent, high: urgent, normal: usual, low: usual },
  defaultTeam: webTeam,
  services: [shop],
  // Something outside that calls when this stops: Alertmanager, Prometheus or the network is down then.
  heartbeat: heartbeat({ receiver: webhook({ url: 'http://dead-mans-switch.example.org' }), every: '1m' }),
});
`;
}

const TEAMS = `import { pagerduty, slack, team } from 'signalbox';

const secrets = '/etc/alertmanager/secrets';

export const webTeam = team({
  id: 'web',
  title: 'Web',
  contact: '#team-web',
  receivers: {
    page: pagerduty({ routingKeyFile: \`\${secrets}/pagerduty\`, escalationPolicy: 'Web on call' }),
    chat: slack({ channel: '#alerts-web', apiUrlFile: \`\${secrets}/slack\` }),
  },
});
`;

const SEVERITIES = `import { severity } from 'signalbox';

export const P1 = severity({ id: 'P1', title: 'Critical', responseWithin: '15m', notify: ['page', 'chat'] });
export const P2 = severity({ id: 'P2', title: 'High', responseWithin: '30m', notify: ['page'] });
export const P3 = severity({ id: 'P3', title: 'Medium', responseWithin: '4h', notify: ['chat'] });
`;
