import { type Executive, executive, increase, lowest, p99, rate, share, total } from 'signalbox';
import { activeUsers, engagements, liveStreams, sessions, videosWatched, watchTime } from './kpis/audience.metrics.ts';
import { duration, requests } from './services/feed.metrics.ts';
import { feedAvailability, feedLatency } from './services/feed.slos.ts';
import { probe } from './services/regional-health.metrics.ts';
import { attempts } from './services/upload.metrics.ts';

const lastWeek = '7d';
const hour = { over: '1h' } as const;

export const overview: Executive = executive({
  title: 'Short video: executive',
  tiles: {
    'Active users': { value: total(activeUsers), versus: lastWeek },
    'Videos served per hour': { value: increase(videosWatched, hour), versus: lastWeek },
    'Upload rate': { value: rate(attempts), versus: lastWeek },
    'FYP latency p99': { value: p99(duration), promise: feedLatency },
    'Error rate': { value: share(requests.where({ status: /5../ }), requests), promise: feedAvailability },
    'Live streams': { value: total(liveStreams), versus: lastWeek },
  },
  trend: {
    title: 'Engagement trend',
    values: {
      'Sessions per hour': increase(sessions, hour),
      'Watch time per hour': increase(watchTime, hour),
      'Interactions per hour': increase(engagements, hour),
    },
  },
  regions: lowest(probe, { by: ['region'] }),
});
