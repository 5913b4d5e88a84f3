/** The chapters in the order of reading; each is a definition, and beside it in `out/` the whole tree it compiles to. */
import type { Stack } from 'signalbox';
import * as firstService from './01-first-service/definition.ts';
import * as latency from './02-latency/definition.ts';
import * as alertConditions from './03-alert-conditions/definition.ts';
import * as perRegion from './04-per-region/definition.ts';
import * as littleTraffic from './05-little-traffic/definition.ts';
import * as nativeHistogram from './06-native-histogram/definition.ts';
import * as otherPromises from './07-other-promises/definition.ts';
import * as summaryAndSignals from './08-summary-and-signals/definition.ts';
import * as rawPromql from './09-raw-promql/definition.ts';
import * as dependencies from './10-dependencies/definition.ts';
import * as staging from './11-staging/definition.ts';
import * as besideAnAlertmanager from './12-beside-an-alertmanager/definition.ts';
import * as somebodyElsesAlertmanager from './13-somebody-elses-alertmanager/definition.ts';
import * as hostileTexts from './14-hostile-texts/definition.ts';
import * as twoEvaluators from './15-two-evaluators/definition.ts';
import * as besideEverything from './16-beside-everything/definition.ts';
import * as ourOwnLabels from './17-our-own-labels/definition.ts';
import * as sharedMetrics from './18-shared-metrics/definition.ts';
import * as infrastructure from './19-infrastructure/definition.ts';
import * as kpis from './20-kpis/definition.ts';
import * as engineeringBoard from './21-engineering-board/definition.ts';
import * as executive from './22-executive/definition.ts';
import * as onMimir from './23-mimir/definition.ts';
import * as watchers from './24-watchers/definition.ts';
import * as knownExporters from './25-known-exporters/definition.ts';

export interface Chapter {
  readonly default: readonly Stack[];
  /** Every file that the stacks become. */
  readonly paths: readonly string[];
  /** The codes of the complaints that the chapter provokes, sorted. Default: none but those of servers that nobody watches. */
  readonly codes?: readonly string[];
  /** All servers say the jobs under which they are scraped. */
  readonly watched?: true;
}

/** By the name of the folder. */
export const chapters: Readonly<Record<string, Chapter>> = {
  '01-first-service': firstService,
  '02-latency': latency,
  '03-alert-conditions': alertConditions,
  '04-per-region': perRegion,
  '05-little-traffic': littleTraffic,
  '06-native-histogram': nativeHistogram,
  '07-other-promises': otherPromises,
  '08-summary-and-signals': summaryAndSignals,
  '09-raw-promql': rawPromql,
  '10-dependencies': dependencies,
  '11-staging': staging,
  '12-beside-an-alertmanager': besideAnAlertmanager,
  '13-somebody-elses-alertmanager': somebodyElsesAlertmanager,
  '14-hostile-texts': hostileTexts,
  '15-two-evaluators': twoEvaluators,
  '16-beside-everything': besideEverything,
  '17-our-own-labels': ourOwnLabels,
  '18-shared-metrics': sharedMetrics,
  '19-infrastructure': infrastructure,
  '20-kpis': kpis,
  '21-engineering-board': engineeringBoard,
  '22-executive': executive,
  '23-mimir': onMimir,
  '24-watchers': watchers,
  '25-known-exporters': knownExporters,
};
