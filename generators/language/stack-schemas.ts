import { z } from 'zod';
import type { ExistingDashboardInput, ExternalAlertsInput } from './beside.ts';
import type { MimirInput, MimirLimits, PrometheusInput } from './evaluator.ts';
import {
  channel,
  date,
  duration,
  email,
  field,
  file,
  id,
  labelName,
  labelValue,
  oneOf,
  prose,
  sentence,
  some,
  tenant,
  title,
  url,
  version,
  wholeNumber,
} from './fields.ts';
import { anyReceiver, labelValues, reference, written } from './references.ts';
import type { Tier } from './service.ts';
import type { Notification, SeverityInput } from './severity.ts';
import { partShape, shape } from './shape.ts';
import type { AlertmanagerInput, BurnSeverities, GrafanaInput, HeartbeatInput, StackInput, Waiver } from './stack.ts';
import type { EmailInput, PagerDutyInput, SlackInput, TeamInput, WebhookInput } from './team.ts';

const way = oneOf('page', 'chat', 'email', 'ticket', 'log');
const severity = reference('severity');

/** `provisioning` is Grafana's own folder. */
const folder = field(
  {
    what: 'the name of a folder (a letter, then letters, digits and dashes, at most 40), and not `provisioning`',
    cure: "Write for instance 'hosts'",
    code: 'shape/name',
  },
  (value) => id.safeParse(value).success && !/^provisioning$/i.test(String(value)),
);

/** Fields that may all be left out, each of the same shape. */
function each<K extends string>(schema: z.ZodType, ...keys: readonly K[]): Readonly<Record<K, z.ZodType>> {
  return Object.fromEntries(keys.map((one) => [one, schema])) as Record<K, z.ZodType>;
}

const burn = partShape<BurnSeverities>(
  each<Tier>(
    partShape<BurnSeverities[Tier]>({ page: severity, ticket: severity }, {}),
    'critical',
    'high',
    'normal',
    'low',
  ),
  {},
);

const alertmanager = partShape<AlertmanagerInput>(
  { version, ownership: oneOf('whole', 'subtree', 'none') },
  {
    existing: file,
    smtp: partShape<NonNullable<AlertmanagerInput['smtp']>>({ from: sentence, smarthost: sentence }, {}),
    url,
    job: sentence,
  },
);

/** What Prometheus and Mimir have in common, and may leave out. */
const evaluatorMay = {
  queryOffset: duration,
  externalLabels: z.record(labelName, sentence),
  url,
  job: sentence,
  heartbeat: anyReceiver,
};

const datasources = partShape<GrafanaInput['datasources']>({ metrics: id }, { logs: id, traces: id });

const waiver = partShape<Waiver>({ code: sentence, of: sentence, reason: sentence, owner: sentence, until: date }, {});

/** The shapes of a stack and of what it is made of: servers, severities, teams, receivers. */
export const stackSchemas = {
  stack: shape<StackInput>(
    {
      id,
      title,
      environment: labelValue,
      evaluators: some(reference('prometheus', 'mimir'), 'Prometheus'),
      alertmanager,
      grafana: partShape<GrafanaInput>({ version, url, datasources }, {}),
      runbooks: partShape<StackInput['runbooks']>({ url }, { suffix: oneOf('.md', '.html') }),
      severities: some(severity, 'severity'),
      burn,
      defaultTeam: reference('team'),
      services: z.array(reference('service')),
      heartbeat: reference('heartbeat'),
    },
    {
      infrastructure: z.array(reference('infrastructure')),
      kpis: z.array(reference('kpi-group')),
      executive: reference('executive'),
      beside: z.array(
        written(
          "externalAlerts('rules.yaml') or existingDashboard('board.json')",
          'external-alerts',
          'existing-dashboard',
        ),
      ),
      deliver: partShape<NonNullable<StackInput['deliver']>>(
        {},
        each<Notification>(way, 'page', 'chat', 'email', 'ticket', 'log'),
      ),
      expects: partShape<NonNullable<StackInput['expects']>>({ label: labelName, values: labelValues }, {}),
      annotations: partShape<NonNullable<StackInput['annotations']>>({}, { runbook: labelName, dashboard: labelName }),
      labels: partShape<NonNullable<StackInput['labels']>>(
        {},
        { severity: labelName, team: labelName, environment: labelName },
      ),
      levels: z.record(z.string(), oneOf('error', 'warning', 'off')),
      waivers: z.array(waiver),
      notes: z.array(prose),
    },
  ),
  prometheus: shape<PrometheusInput>(
    { id, version, scrapeInterval: duration, evaluationInterval: duration, retention: duration },
    evaluatorMay,
  ),
  mimir: shape<MimirInput>(
    { id, version, scrapeInterval: duration, evaluationInterval: duration, retention: duration, tenant },
    {
      ...evaluatorMay,
      limits: partShape<MimirLimits>({}, { rulesPerGroup: wholeNumber, groupsPerTenant: wholeNumber }),
    },
  ),
  'external-alerts': shape<ExternalAlertsInput>(
    { id, file },
    { team: reference('team'), evaluator: reference('prometheus', 'mimir'), note: prose },
  ),
  'existing-dashboard': shape<ExistingDashboardInput>({ id, file }, { folder }),
  severity: shape<SeverityInput>(
    { id, title, responseWithin: duration, notify: some(way, 'way of telling') },
    { label: labelValue, groupWait: duration, groupInterval: duration, repeat: duration, examples: sentence },
  ),
  team: shape<TeamInput>(
    {
      id,
      title,
      receivers: partShape<TeamInput['receivers']>({}, each(anyReceiver, 'page', 'chat', 'email', 'ticket')),
    },
    { label: labelValue, contact: sentence },
  ),
  pagerduty: shape<PagerDutyInput>({ routingKeyFile: file, escalationPolicy: sentence }, {}),
  slack: shape<SlackInput>({ channel, apiUrlFile: file }, {}),
  email: shape<EmailInput>({ to: email }, {}),
  webhook: shape<WebhookInput>({}, { url, urlFile: file }),
  heartbeat: shape<HeartbeatInput>({ receiver: anyReceiver, every: duration }, {}),
};
