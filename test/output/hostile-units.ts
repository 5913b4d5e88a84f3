import {
  counter,
  displayedKpi,
  type Executive,
  executive,
  gauge,
  highest,
  type Infrastructure,
  increase,
  infrastructure,
  type KpiGroup,
  kpi,
  kpiGroup,
  labelValues,
  lowest,
  measure,
  type Runbook,
  rate,
  type ServiceInput,
  type Severity,
  type Slo,
  share,
  type Team,
  type Value,
} from 'signalbox';

/** The texts of a stack whose every free field says the same. */
export interface Texts {
  /** Titles and sentences. */
  readonly line: string;
  /** Prose, which may have several lines. */
  readonly lines: string;
  /** The value of a label, matched by a rule. */
  readonly label: string;
}

/** Who is told what, and whose metrics are read. */
export interface Told {
  readonly team: Team;
  readonly severity: Severity;
  readonly page: Runbook;
}

/** Metrics whose one label has the hostile value. */
function metricsSaying({ lines, label }: Texts) {
  const kind = labelValues(label, 'other');
  return {
    work: counter('hostile_work_total', { help: lines, labels: { kind } }).where({ kind: label }),
    money: counter('hostile_money_usd_total', { help: lines, labels: { kind } }),
    used: gauge('hostile_used_ratio', { help: lines, labels: { kind } }).where({ kind: label }),
    time: gauge('hostile_stage_seconds', { help: lines, labels: { kind } }).where({ kind: label }),
  };
}

/** What a service draws, under these texts as titles. */
export function drawingsSaying(texts: Texts): Pick<ServiceInput, 'stages' | 'caches' | 'sections' | 'capacity'> {
  const { line } = texts;
  const { work, used, time } = metricsSaying(texts);
  return {
    stages: { [line]: highest(time), other: highest(time) },
    caches: { [line]: share(work, work) },
    sections: { [line]: { [line]: rate(work, { by: ['kind'] }) } },
    capacity: { [line]: highest(used) },
  };
}

/** A resource that says these texts wherever its author may say anything. */
export function resourceSaying(texts: Texts, { team, severity, page }: Told): Infrastructure {
  const { line, lines } = texts;
  const { work, used } = metricsSaying(texts);
  const told = { for: '5m', severity, impact: line, justification: line, runbook: page } as const;
  const words = { title: line, description: lines };
  return infrastructure({
    ...{ id: 'resource', ...words, team, tier: 'high', job: line },
    utilisation: {
      used: measure(highest(used), { ...words, limits: { high: { ...told, title: line, above: '80%' } } }),
    },
    saturation: {
      work: measure(rate(work, { by: ['kind'] }), { ...words, limits: { low: { ...told, below: '1/s' } } }),
    },
    errors: { failed: measure(share(work, work), { ...words, limits: { odd: { ...told, outside: ['1%', '2%'] } } }) },
    links: { [line]: 'https://example.com/a' },
  });
}

/** A group of KPIs that says these texts wherever its author may say anything. */
export function kpisSaying(texts: Texts, { team, severity, page }: Told): KpiGroup {
  const { line, lines } = texts;
  const { money, used } = metricsSaying(texts);
  const told = { for: '5m', severity, impact: line, runbook: page } as const;
  const words = { title: line, description: lines, importance: 'high' } as const;
  const earned: Value<'usd'> = increase(money, { over: '1d' });
  return kpiGroup({
    ...{ id: 'figures', title: line, description: lines, team, job: line },
    kpis: {
      used: kpi(lowest(used), {
        ...{ ...words, better: 'up', target: '50%', baseline: highest(used) },
        limits: { low: { ...told, title: line, below: '20%' } },
        versus: { baseline: { worse: { ...told, below: '90%' } }, '7d': { dropped: { ...told, below: '80%' } } },
      }),
      money: kpi(earned, { ...words, better: 'band', limits: { odd: { ...told, outside: ['$1', '$2000'] } } }),
      asked: displayedKpi({
        ...{ ...words, better: 'down', unit: 'count', target: 1000 },
        from: { datasource: { type: 'sql', uid: 'warehouse' }, query: { rawSql: lines, [line]: lines, format: 0 } },
      }),
    },
    links: { [line]: 'https://example.com/a' },
  });
}

/** The board above all, which says these texts wherever its author may say anything. */
export function executiveSaying(texts: Texts, promise: Slo | undefined): Executive {
  const { line, lines } = texts;
  const { work, used } = metricsSaying(texts);
  return executive({
    title: line,
    description: lines,
    tiles: {
      [line]: { value: rate(work), versus: '7d', description: lines, ...(promise === undefined ? {} : { promise }) },
    },
    trend: { title: line, values: { [line]: rate(work), other: highest(used) } },
    regions: lowest(used, { by: ['kind'] }),
  });
}
