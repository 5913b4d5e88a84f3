import { alertCases } from './alerts.ts';
import type { Case } from './case.ts';
import { dashboardCases } from './dashboards.ts';
import { existingCases } from './existing.ts';
import { labelCases } from './labels.ts';
import { linkCases } from './links.ts';
import { promqlCases } from './promql.ts';
import { sloCases } from './slos.ts';
import { stackCases } from './stacks.ts';

/** A mistake, at least one, for every rule but those of routes, which have their own tests. */
export const cases: readonly Case[] = [
  ...alertCases,
  ...dashboardCases,
  ...existingCases,
  ...labelCases,
  ...linkCases,
  ...promqlCases,
  ...sloCases,
  ...stackCases,
];
