import { pagerduty, slack, type Team, team, webhook } from 'signalbox';

const secrets = '/etc/alertmanager/secrets';

/** Every team is paged through its own integration, posts in its own channel, and files tickets in one place. */
function ownTeam(id: string, title: string, escalationPolicy: string): Team {
  return team({
    id,
    title,
    contact: `#team-${id}`,
    receivers: {
      page: pagerduty({ routingKeyFile: `${secrets}/pagerduty-${id}`, escalationPolicy }),
      chat: slack({ channel: `#alerts-${id}`, apiUrlFile: `${secrets}/slack` }),
      ticket: webhook({ url: 'http://ticket-bridge.internal:8080/alertmanager' }),
    },
  });
}

export const feedTeam = ownTeam('feed', 'Feed', 'Feed: primary, secondary, engineering manager');
export const mediaTeam = ownTeam('media', 'Media', 'Media: primary, secondary, engineering manager');
export const liveTeam = ownTeam('live', 'Live', 'Live: primary, secondary, engineering manager');
export const paymentsTeam = ownTeam('payments', 'Payments', 'Payments: primary, secondary, finance on duty');
export const rankingTeam = ownTeam('ranking', 'Ranking', 'Ranking: primary, secondary, engineering manager');
export const platformTeam = ownTeam('platform', 'Platform', 'Platform: primary, secondary, incident commander');
export const productTeam = ownTeam('product', 'Product', 'Product: analyst on duty, head of product');
