import { DAY, HOUR, MINUTE } from '../../time';
import { open } from '../cast';
import { minutes, seconds } from '../incidentScript';
import { Story } from './story';

/** Burns right now: nobody has answered yet, and it will escalate. */
const checkout: Story = (cast, ago) => [
  open(cast, {
    key: 'checkout/open',
    serviceId: 'PCHKOUT',
    title: 'Checkout: error budget burns more than 14 times too fast',
    urgency: 'high',
    at: ago(12 * MINUTE),
    priorityId: 'PPRIOR1',
    details: 'Payments are answered with 503 since the last release',
  })
    .escalate()
    .escalate(),
  open(cast, {
    key: 'checkout/web',
    serviceId: 'PCHKWEB',
    title: 'Checkout web: script errors on old browsers',
    urgency: 'low',
    at: ago(3 * HOUR),
  })
    .unanswered(minutes(9))
    .acknowledge()
    .annotate('Only one browser version, waiting for the vendor'),
];

/** The long outage that used up the month's budget. */
const cart: Story = (cast, ago) => {
  const outage = open(cast, {
    key: 'cart/outage',
    serviceId: 'PCARTSV',
    title: 'Cart: shoppers lose what they put in',
    urgency: 'high',
    at: ago(7 * DAY + 3 * HOUR),
    priorityId: 'PPRIOR1',
  });
  const duplicate = open(cast, {
    key: 'cart/duplicate',
    serviceId: 'PCARTSV',
    title: 'Cart: health check fails',
    urgency: 'high',
    at: ago(7 * DAY + 3 * HOUR - 6 * MINUTE),
  });
  return [
    outage
      .unanswered(seconds(250))
      .acknowledge()
      .wait(minutes(40))
      .annotate('The cache lost a node and the rest cannot carry the load')
      .wait(minutes(330))
      .resolve('Two cache nodes added'),
    duplicate.unanswered(minutes(2)).mergeInto(outage.id),
  ];
};

/** Slow, but nobody is turned away: paged loudly, then calmed down. */
const recommendations: Story = (cast, ago) => [
  open(cast, {
    key: 'recommendations/slow',
    serviceId: 'PRECOMM',
    title: 'Recommendations: latency above 300 ms for most requests',
    urgency: 'high',
    at: ago(6 * HOUR),
  })
    .unanswered(minutes(5))
    .acknowledge()
    .wait(minutes(10))
    .changeUrgency('low')
    .annotate('Nobody is turned away; rebuilding the index overnight'),
];

/** What happens to the components of this system. */
export const storefrontStories: Story[] = [checkout, cart, recommendations];
