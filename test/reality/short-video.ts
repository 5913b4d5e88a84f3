import { expect } from 'vitest';
import stacks from '../../definitions/index.ts';
import { derive } from '../../generators/derive/index.ts';
import type { Compiled } from '../../generators/model/observables.ts';
import { resolveStack } from '../../generators/resolve/resolve.ts';
import { checkShapes } from '../../generators/resolve/shapes.ts';

/** The stack of definitions/short-video, compiled. */
export function shortVideo(): Compiled {
  const list: readonly unknown[] = [stacks].flat();
  const found = list.map((one) => resolveStack(one, checkShapes(list).sound, new Map()).stack);
  const stack = found.find((one) => one?.id === 'short-video');
  if (stack === undefined) throw new Error('there is no stack short-video');
  return derive(stack);
}

/** Each line once: what loses a label is no longer told apart by it. */
const uniqueLines = (text: string): string => [...new Set(text.split('\n'))].join('\n');

/** Three mistakes of those who run the servers: a metric renamed, a label left out, a bucket moved. */
export function broken(exposition: string): string {
  const renamed = exposition.replaceAll('fyp_requests_total', 'feed_requests_total');
  const unlabelled = renamed.replaceAll(/(gifts_processed_total\{.*),result="\w+"/g, '$1');
  return uniqueLines(unlabelled).replaceAll(/(video_start_duration_seconds_bucket\{.*)le="0\.15"/g, '$1le="0.2"');
}

/** What is said of them, in this order: exactly these alerts and SLOs are blind, and these panels among others. */
const threeFindings = [
  {
    code: 'exposition/missing-metric',
    path: 'short-video › metric fyp_requests_total',
    message: 'fyp_requests_total is not exposed; perhaps renamed to `feed_requests_total`',
    blind: {
      alerts: ['FYPErrorRateHigh', 'FypServiceAvailabilityBurn', 'FypServiceAvailabilityBurnSlow'],
      slos: ['FYP Availability'],
      panels: ['For You feed › Error ratio', 'For You feed › FYP Availability: burn rate'],
    },
    fallback: { alerts: [], slos: [], panels: [] },
  },
  {
    code: 'exposition/label',
    path: 'short-video › metric gifts_processed_total › labels.result',
    message: 'no series of gifts_processed_total has the label `result`',
    blind: { alerts: ['GiftProcessingFailure'], slos: [], panels: ['Gift processing › Failed gifts'] },
    fallback: {
      alerts: ['GiftProcessingSuccessBurn', 'GiftProcessingSuccessBurnSlow'],
      slos: ['Gift Processing Success'],
      panels: ['Gift processing › Error ratio', 'Gift processing › Gift Processing Success: burn rate'],
    },
  },
  {
    code: 'exposition/bucket',
    path: 'short-video › metric video_start_duration_seconds › buckets',
    message:
      'video_start_duration_seconds is exposed without the bucket 150ms (le="0.15"); there is le="0.2", which is not declared',
    blind: {
      alerts: ['VideoPlaybackStartTimeBurn', 'VideoPlaybackStartTimeBurnSlow'],
      slos: ['Video Start Time'],
      panels: ['Video playback › Video Start Time: burn rate'],
    },
    fallback: { alerts: [], slos: [], panels: [] },
  },
] as const;

type Lists = Readonly<Record<'alerts' | 'slos' | 'panels', readonly string[]>>;

/** The three findings as `--json` tells them, whichever panels come or go elsewhere. */
export const threeTold = threeFindings.map(({ code, path, message, blind, fallback }) => ({
  level: 'error',
  code,
  path,
  message: expect.stringMatching(messageOf(message, blind, fallback)),
  details: expect.objectContaining({ blind: listsOf(blind), fallback: listsOf(fallback) }),
}));

function listsOf({ alerts, slos, panels }: Lists) {
  return expect.objectContaining({ alerts, slos, panels: expect.arrayContaining([...panels]) });
}

function messageOf(message: string, blind: Lists, fallback: Lists): RegExp {
  const line = (lead: string, { alerts, slos }: Lists): string => {
    const named = [...alerts, ...slos].map((name) => `.*\\b${name}\\b`).join('');
    return named === '' ? '' : `\\n${lead}: ${named}.*; panels? .*`;
  };
  const first = message.replaceAll(/[().]/g, '\\$&');
  return new RegExp(`^${first}${line('blind', blind)}${line('reads a fallback instead', fallback)}$`);
}
