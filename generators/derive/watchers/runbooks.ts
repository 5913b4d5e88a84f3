import type { RunbookPage, Stack } from '../../model/stack.ts';
import { askAlertmanager, askEvaluators } from './commands.ts';

/** What to do when the monitoring itself fails: the same everywhere, so it is written once, here. */
const pageIds = [
  'rules-fail',
  'alerts-not-sent',
  'notifications-fail',
  'configuration-refused',
  'storage-fails',
  'remote-write',
] as const;

export type PageId = (typeof pageIds)[number];

type Words = Omit<RunbookPage, 'kind' | 'id' | 'diagnosis' | 'causes' | 'address'> &
  Partial<Pick<RunbookPage, 'diagnosis' | 'causes'>>;

/** The pages, with the commands that ask the servers of this stack. */
export function watcherPages(stack: Stack): Readonly<Record<PageId, RunbookPage>> {
  const page = (id: PageId, words: Words): RunbookPage => ({
    kind: 'runbook',
    id,
    diagnosis: [],
    causes: [],
    ...words,
    address: stack.address,
  });
  return {
    'rules-fail': page('rules-fail', rulesFail(stack)),
    'alerts-not-sent': page('alerts-not-sent', alertsNotSent(stack)),
    'notifications-fail': page('notifications-fail', notificationsFail(stack)),
    'configuration-refused': page('configuration-refused', configurationRefused(stack)),
    'storage-fails': page('storage-fails', storageFails(stack)),
    'remote-write': page('remote-write', remoteWrite(stack)),
  };
}

function rulesFail(stack: Stack): Words {
  return {
    title: 'Rules are not evaluated as they should be',
    symptoms:
      'Some alerts and SLOs do not see what happens, and their silence means nothing. Users are not hurt by it; what hurts them now may go unseen.',
    firstSteps: [
      {
        do: 'Ask which rules fail, and why. The label evaluator names the server.',
        command: askEvaluators(
          stack,
          '/api/v1/rules',
          '.data.groups[] | .name as $group | .rules[] | select(.health == "err") | [$group, .name, .lastError]',
        ),
      },
      'Look yourself at the services whose rules they are, on their dashboards, until the rules run again.',
      'If rules or a release changed within the last hour, roll that back.',
    ],
    diagnosis: [
      'Rules fail with "many-to-many" or "same labelset": a metric got or lost a label. Compare it with its definition.',
      'Rules fail with "timed out" or "too many samples": the server is overloaded, or a metric grew. Look for the metric with the most series.',
      {
        do: 'Groups are slow, or runs are left out: ask which take the longest.',
        command: askEvaluators(
          stack,
          '/api/v1/rules',
          '[.data.groups[] | {name, interval, took: .evaluationTime}] | sort_by(-.took)[:5]',
        ),
      },
      'It does not see itself evaluate: the job in the definition of the evaluator is not the one under which it is scraped, or its own scrape fails. Look at its targets.',
    ],
    causes: [
      {
        cause: 'The server is too small for what it must do',
        signs: 'Its CPU or memory is at the limit, groups take longer than their interval.',
        fix: ['Give it more CPU or memory.', 'Move services to another evaluator.'],
      },
    ],
    escalation:
      'While the rules of a critical service fail and it cannot be mended, somebody must watch its dashboard.',
    aftercare: ['SLOs do not count the events of the time without rules. Note the gap in the postmortem.'],
  };
}

function alertsNotSent(stack: Stack): Words {
  return {
    title: 'Alerts do not reach Alertmanager',
    symptoms:
      'Alerts fire and nobody is told, or late. If you read this because the heartbeat stopped, start here, too: nothing else will call you.',
    firstSteps: [
      {
        do: 'See what fires now, and call whoever should know, yourself.',
        command: askEvaluators(
          stack,
          '/api/v1/alerts',
          '.data.alerts[] | select(.state == "firing") | [.labels.severity, .labels.team, .labels.alertname, .annotations.summary]',
        ),
      },
      {
        do: 'Does Alertmanager answer?',
        command: askAlertmanager(stack, '/-/ready'),
      },
      {
        do: 'Which Alertmanagers does the evaluator know?',
        command: askEvaluators(stack, '/api/v1/alertmanagers', '.data.activeAlertmanagers[].url'),
      },
      'If Alertmanager is gone, start it again. Its state (silences) is on its disk; without it, it tells people once more.',
    ],
    diagnosis: [
      'No Alertmanager is known: its discovery is broken (DNS, Kubernetes), or the section `alerting` of the configuration is.',
      'Alertmanagers are known and do not take alerts: read the evaluator\'s log for "Error sending alert". A name, a certificate, a password, a firewall.',
      'Only one of several refuses: the others tell people. Mend it in the morning.',
    ],
    escalation: 'While nobody is told of anything, escalate at once: the on-call people must watch the dashboards.',
    aftercare: ['Why was the heartbeat, or this alert, the first to tell? Write down how long nobody was told.'],
  };
}

function notificationsFail(stack: Stack): Words {
  return {
    title: 'Alertmanager does not tell people',
    symptoms:
      'Alertmanager has alerts and cannot send them where they belong. The label integration says which way is broken: pagerduty, slack, email, webhook. This page came by another way, or at another try.',
    firstSteps: [
      {
        do: 'See what is not told, and call whoever should know, yourself.',
        command: askAlertmanager(
          stack,
          '/api/v2/alerts?active=true',
          '.[] | [.labels.severity, .labels.team, .labels.alertname, .annotations.summary]',
        ),
      },
      'Read Alertmanager\'s log for "Notify for alerts failed": it names the receiver and the answer that it got.',
      'Look at the status page of the service behind it (the pager, the chat, the mail server).',
    ],
    diagnosis: [
      '401 or 403: the key in the secret file was changed, revoked, or the file is empty.',
      '429: it is told too much. Silence what is known, and group it more.',
      'A timeout: a proxy, a firewall, a name that does not resolve.',
      {
        do: 'Members do not see each other, or nothing is received: ask each member for its peers.',
        command: askAlertmanager(stack, '/api/v2/status', '.cluster'),
      },
    ],
    escalation: 'While pages do not go out, escalate by telephone.',
    aftercare: ['Send a test alert through every receiver that was broken.'],
  };
}

function configurationRefused(stack: Stack): Words {
  return {
    title: 'A configuration was refused',
    symptoms:
      'The server goes on with what it had before. New rules or routes are not in force, and it would not start again after a restart: do not restart it.',
    firstSteps: [
      "Read the server's log for the line of the error: it names the file.",
      'Judge the files that were last put there.',
      {
        do: 'On the machine of Prometheus:',
        command: 'promtool check config /etc/prometheus/prometheus.yml',
      },
      {
        do: 'On the machine of Alertmanager:',
        command: 'amtool check-config /etc/alertmanager/alertmanager.yml',
      },
      'Put the last good files back, then reload.',
    ],
    diagnosis: [
      {
        do: 'Since when does an evaluator run with the old one?',
        command: askEvaluators(
          stack,
          '/api/v1/status/runtimeinfo',
          '[.data.lastConfigTime, .data.reloadConfigSuccess]',
        ),
      },
      'A field that it does not know: the version in the definitions is newer than the server.',
      'A secret file that is missing: Alertmanager reads some of them when it loads.',
    ],
    aftercare: [
      'Why did the files pass the review? `signalbox check`, `promtool` and `amtool` belong before the step that puts them there.',
    ],
  };
}

function storageFails(stack: Stack): Words {
  return {
    title: 'Prometheus cannot store what it scrapes',
    symptoms:
      'Usually a full disk. Samples are lost from now on, so rules and dashboards go blind, and the server may stop.',
    firstSteps: [
      { do: 'On its machine: is the disk full?', command: 'df -h /var/lib/prometheus' },
      'If it is full: make the volume larger. Do not delete files of the write-ahead log (`wal`) by hand.',
      {
        do: 'If it cannot grow: keep less. Set a smaller `--storage.tsdb.retention.size` and restart.',
        command: 'du -sh /var/lib/prometheus/* | sort -h | tail',
      },
    ],
    diagnosis: [
      'The disk has room: read the log for "compact", "WAL" or "checkpoint". A read-only volume, a broken block, a lack of memory.',
      {
        do: 'Did the number of series jump?',
        command: askEvaluators(stack, '/api/v1/status/tsdb', '.data.seriesCountByMetricName[:5]'),
      },
    ],
    escalation: 'While samples are lost, every alert is blind: escalate as for an outage of all services.',
    aftercare: ['SLOs do not count the time without samples. Note the gap in the postmortem.'],
  };
}

function remoteWrite(stack: Stack): Words {
  return {
    title: 'Samples do not reach the remote storage',
    symptoms:
      'This server sees everything. What reads the remote storage (long-term dashboards, rules of Mimir) is late or has gaps.',
    firstSteps: [
      'Is the remote storage in trouble? Look at its own status first.',
      'Read the evaluator\'s log for "remote": it has the answer of the other side.',
      'A retry (5xx, a timeout) loses nothing for two hours, the length of the write-ahead log. A refusal (4xx) loses what was sent.',
    ],
    diagnosis: [
      {
        do: 'How far is each queue behind, and does it run as many shards as it may?',
        command: askEvaluators(
          stack,
          '/api/v1/query?query=prometheus_remote_storage_shards_desired',
          '.data.result[] | [.metric.remote_name, .value[1]]',
        ),
      },
      '400 "out of order" or "too old": two replicas write the same series, or a clock is wrong.',
      '429: a limit of the tenant was reached. Raise it, or write less.',
    ],
    aftercare: ['Fill the gap from the blocks of this server, if somebody needs it.'],
  };
}
