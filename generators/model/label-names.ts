/**
 * What an organisation calls the labels that its Alertmanager and its pager know already: how urgent, whose, from where.
 * Made in `resolve/label-names.ts`; every other label's name is fixed, in `names.ts`.
 */
export interface LabelNames {
  readonly severity: string;
  readonly team: string;
  readonly environment: string;
}

export const defaultLabelNames: LabelNames = { severity: 'severity', team: 'team', environment: 'environment' };
