import {
  highest,
  increase,
  type KpiGroup,
  kpi,
  kpiGroup,
  type Limit,
  lowest,
  mean,
  per,
  runbook,
  share,
  total,
} from 'signalbox';
import { attempts } from '../services/upload.metrics.ts';
import { P3 } from '../severities.ts';
import { productTeam } from '../teams.ts';
import {
  creatorRetention,
  dailyUsers,
  engagements,
  giftRevenue,
  giftTarget,
  impressions,
  sessionDuration,
  sessions,
  videosWatched,
} from './audience.metrics.ts';

const figureDropped = runbook({
  id: 'business-figure',
  title: 'A figure of the business is off its target',
  symptoms: 'People use the app less, create less or spend less than they did.',
  firstSteps: [
    'See whether an incident explains it: the executive dashboard shows health and regions.',
    'Compare the hour at which it began with releases, experiments and holidays.',
    'Ask the team that owns the feature, with the figure and the hour.',
  ],
  aftercare: ['Note the cause beside the figure, so that the next comparison with last week is read right.'],
});

const told = (impact: string): Pick<Limit, 'for' | 'severity' | 'impact' | 'runbook'> => ({
  for: '1h',
  severity: P3,
  impact,
  runbook: figureDropped,
});

export const business: KpiGroup = kpiGroup({
  id: 'business',
  title: 'Business',
  description: 'What the company steers by.',
  team: productTeam,
  kpis: {
    dailyUsers: kpi(highest(dailyUsers), {
      title: 'Daily active users',
      better: 'up',
      importance: 'critical',
      target: 1_120_000_000,
      limits: { low: { ...told('A tenth of the people stays away.'), below: 1_000_000_000 } },
    }),
    session: kpi(mean(sessionDuration, { over: '1h' }), {
      title: 'Session duration',
      description: 'Average time per session that ended within the last hour.',
      better: 'up',
      importance: 'high',
      target: '10m',
      limits: { low: { ...told('People leave earlier.'), below: '8m' } },
    }),
    videosPerSession: kpi(per(videosWatched, sessions, { over: '1h' }), {
      title: 'Videos watched per session',
      better: 'up',
      importance: 'high',
      target: 30,
      limits: { low: { ...told('People watch less.'), below: 20 } },
    }),
    uploadSuccess: kpi(share(attempts.where({ result: 'succeeded' }), attempts, { over: '1h' }), {
      title: 'Upload success rate',
      better: 'up',
      importance: 'high',
      target: '99.5%',
      limits: { low: { ...told('Creators cannot publish.'), below: '99%' } },
    }),
    engagement: kpi(share(engagements, impressions, { over: '1h' }), {
      title: 'FYP engagement rate',
      description: 'Interactions by impressions of the feed.',
      better: 'up',
      importance: 'high',
      target: '15%',
      limits: { low: { ...told('The feed shows what people do not care about.'), below: '12%' } },
    }),
    giftRevenue: kpi(increase(giftRevenue, { over: '1d' }), {
      title: 'Live gift revenue',
      description: 'Within the last 24 hours.',
      better: 'up',
      importance: 'critical',
      target: total(giftTarget),
      versus: { target: { missed: { ...told('Creators and the company earn less than planned.'), below: '80%' } } },
    }),
    creatorRetention: kpi(lowest(creatorRetention), {
      title: 'Creator retention',
      description: 'Monthly active creators who stayed.',
      better: 'up',
      importance: 'high',
      target: '83%',
      limits: { low: { ...told('Creators leave.'), below: '75%' } },
    }),
  },
});
