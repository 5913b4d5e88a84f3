/** Two environments are two calls of one function; in the second nobody is woken. */
import { above, alert, counter, httpStatus, type Notification, type Service, service, share } from 'signalbox';
import { checkoutFails, exampleStack, filesOfService, filesOfStack, P1, shopTeam } from '../example.ts';

const requests = counter('checkout_requests_total', { help: 'Orders that were sent.', labels: { status: httpStatus } });

const checkout: Service = service({
  id: 'checkout',
  title: 'Checkout',
  team: shopTeam,
  tier: 'critical',
  job: 'checkout',
  requests,
  alerts: {
    failing: alert({
      when: above(share(requests.where({ status: /5../ }), requests), '2%'),
      for: '5m',
      severity: P1,
      impact: 'Customers cannot pay.',
      runbook: checkoutFails,
    }),
  },
});

function shop(environment: 'production' | 'staging', deliver: Partial<Record<Notification, Notification>>) {
  return exampleStack({
    id: environment,
    title: `Shop, ${environment}`,
    environment,
    services: [checkout],
    runbooks: { url: `https://runbooks.example.com/${environment}` },
    deliver,
  });
}

export default [shop('production', {}), shop('staging', { page: 'chat' })];

export const paths = ['production', 'staging'].flatMap((environment) => [
  ...filesOfStack(environment),
  ...filesOfService('checkout', ['checkout-fails'], environment),
]);
