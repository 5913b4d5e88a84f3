import { average, counter, gauge, type KpiGroup, kpi, kpiGroup, p99, per, share } from 'signalbox';
import { region } from '../regions.ts';
import { inferenceDuration } from '../services/ranking.metrics.ts';
import { feedTeam } from '../teams.ts';

const watched = counter('fyp_watch_seconds_total', {
  help: 'Time that people watched in the feed.',
  labels: { region },
});
const plays = counter('fyp_plays_total', { help: 'Videos that began in the feed.', labels: { region } });
const completions = counter('fyp_completions_total', { help: 'Videos watched to the end.', labels: { region } });
const replays = counter('fyp_replays_total', { help: 'Videos played again.', labels: { region } });
const explored = counter('fyp_explore_impressions_total', { help: 'Explore videos shown.', labels: { region } });
const exploreEngaged = counter('fyp_explore_engagements_total', {
  help: 'Explore videos that people engaged with.',
  labels: { region },
});
const diversity = gauge('fyp_unique_creators_per_10_videos', {
  help: 'Different creators among ten videos in a row.',
  unit: 'count',
  labels: { region },
});
const coldStart = gauge('fyp_cold_start_engagement_ratio', {
  help: 'Share of the first eight videos that new users engage with.',
  labels: { region },
});

const hour = { over: '1h' } as const;

export const feedQuality: KpiGroup = kpiGroup({
  id: 'feed-quality',
  title: 'Feed quality',
  description: 'Whether the feed shows people what they want to see.',
  team: feedTeam,
  kpis: {
    inference: kpi(p99(inferenceDuration), {
      title: 'Inference latency (p99)',
      description: 'ML recommendation time.',
      better: 'down',
      importance: 'critical',
      target: '50ms',
    }),
    watchTime: kpi(per(watched, plays, hour), {
      title: 'Watch time per FYP video',
      better: 'up',
      importance: 'high',
      target: '25s',
    }),
    completion: kpi(share(completions, plays, hour), {
      title: 'Completion rate',
      description: 'Videos watched to the end.',
      better: 'up',
      importance: 'high',
      target: '30%',
    }),
    coldStart: kpi(average(coldStart), {
      title: 'Cold start accuracy',
      description: 'Engagement of new users with their first eight videos.',
      better: 'up',
      importance: 'high',
      target: '70%',
    }),
    rewatch: kpi(share(replays, plays, hour), {
      title: 'Rewatch rate',
      description: 'Videos replayed.',
      better: 'up',
      importance: 'medium',
      target: '15%',
    }),
    exploration: kpi(share(exploreEngaged, explored, hour), {
      title: 'Exploration success',
      description: 'Engagement on explore videos.',
      better: 'up',
      importance: 'medium',
      target: '10%',
    }),
    diversity: kpi(average(diversity), {
      title: 'Diversity score',
      description: 'Unique creators in ten videos.',
      better: 'up',
      importance: 'medium',
      target: 8,
    }),
  },
});
