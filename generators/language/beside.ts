import { type Defined, define } from './define.ts';
import type { Evaluator } from './evaluator.ts';
import type { Team } from './team.ts';

export interface ExternalAlertsInput {
  /** The name of its page and its list of routes; made of the file's name unless it says otherwise. */
  readonly id: string;
  /** A file of Prometheus rules, or of `PrometheusRule` resources, relative to the definitions file. */
  readonly file: string;
  /** Whose alerts they are: named on their page and where one of them is lost. Makes no route. */
  readonly team?: Team;
  /** The Prometheus that evaluates them, the first of the stack unless it says otherwise. */
  readonly evaluator?: Evaluator;
  /** What a reader of their page should know. */
  readonly note?: string;
}
export type ExternalAlerts = Defined<'external-alerts', ExternalAlertsInput>;

export interface ExistingDashboardInput {
  /** What complaints call it; made of the file's name unless it says otherwise. */
  readonly id: string;
  /** A dashboard as Grafana exports it (classic JSON), relative to the definitions file. */
  readonly file: string;
  /** The folder under `grafana/` and in Grafana. Default `existing`. */
  readonly folder?: string;
}
export type ExistingDashboard = Defined<'existing-dashboard', ExistingDashboardInput>;

/** What was there before, and stays as it is. */
export type Beside = ExternalAlerts | ExistingDashboard;

/** `vendor/node_exporter-rules.yaml` → `node-exporter-rules`: an id, whatever the file is called. */
function idOf(file: unknown, otherwise: string): string {
  if (typeof file !== 'string') return otherwise;
  const stem = file.replace(/^.*\//s, '').replace(/(?<=.)\.(?:ya?ml|json)$/i, '');
  return (
    stem
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^[^A-Za-z]+|-$/g, '')
      .slice(0, 40) || otherwise
  );
}

/**
 * Alerts that others write, in a file of Prometheus rules that stays as it is: they are routed through the stack's
 * Alertmanager and listed, not proved.
 */
export function externalAlerts(file: string, options: Partial<Omit<ExternalAlertsInput, 'file'>> = {}): ExternalAlerts {
  return define('external-alerts', { id: idOf(file, 'alerts'), ...options, file }, externalAlerts);
}

/** A dashboard that others draw, a JSON file that is carried along to the byte and looked over for what is wrong in it. */
export function existingDashboard(
  file: string,
  options: Partial<Omit<ExistingDashboardInput, 'file'>> = {},
): ExistingDashboard {
  return define('existing-dashboard', { id: idOf(file, 'dashboard'), ...options, file }, existingDashboard);
}
