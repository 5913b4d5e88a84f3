import { counter, gauge, histogram } from 'signalbox';
import { region } from '../regions.ts';

export const dailyUsers = gauge('daily_active_users', {
  help: 'People who used the app in the last 24 hours.',
  unit: 'count',
});
export const activeUsers = gauge('active_users', {
  help: 'People who use the app now.',
  unit: 'count',
  labels: { region },
});
export const sessionDuration = histogram('session_duration_seconds', {
  help: 'Length of a session that ended.',
  labels: { region },
  buckets: ['1m', '2m', '5m', '8m', '10m', '20m', '60m'],
});
export const sessions = counter('sessions_total', { help: 'Sessions that ended.', labels: { region } });
export const videosWatched = counter('videos_watched_total', { help: 'Videos that played.', labels: { region } });
export const watchTime = counter('watch_time_seconds_total', { help: 'Time that people watched.', labels: { region } });
export const impressions = counter('fyp_impressions_total', {
  help: 'Videos that the feed showed.',
  labels: { region },
});
export const engagements = counter('fyp_engagements_total', {
  help: 'Likes, comments, shares and follows on what the feed showed.',
  labels: { region },
});
export const giftRevenue = counter('gift_revenue_usd_total', {
  help: 'Money taken for live gifts.',
  labels: { region },
});
export const giftTarget = gauge('gift_revenue_daily_target_usd', { help: 'What finance planned for a day.' });
export const creatorRetention = gauge('creator_retention_ratio', {
  help: 'Share of the creators of last month who are active this month.',
});
export const liveStreams = gauge('live_streams_active', { help: 'Streams on air.', unit: 'count', labels: { region } });
