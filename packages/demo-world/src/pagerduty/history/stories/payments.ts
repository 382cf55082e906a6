import { DAY, HOUR } from '../../time';
import { open, serviceOf } from '../cast';
import { handled } from '../handling';
import { minutes, seconds } from '../incidentScript';
import { Story, userId } from './story';

/** Went wrong and was put right today. */
const paymentsGateway: Story = (cast, ago) => [
  open(cast, {
    key: 'payments-gateway/recovered',
    serviceId: 'PPAYGWY',
    title: 'Payments gateway: card network refuses connections',
    urgency: 'high',
    at: ago(9 * HOUR),
    priorityId: 'PPRIOR2',
  })
    .unanswered(seconds(170))
    .acknowledge()
    .wait(minutes(67))
    .resolve('Certificate renewed'),
];

/** Handed to the colleague who knows that part. */
const fraudCheck: Story = (cast, ago) => [
  open(cast, {
    key: 'fraud-check/reassigned',
    serviceId: 'PFRAUDC',
    title: 'Fraud check: scores are late',
    urgency: 'high',
    at: ago(15 * DAY),
  })
    .unanswered(minutes(4))
    .acknowledge()
    .wait(minutes(6))
    .reassign(userId('hannah.vogel'))
    .unanswered(minutes(3))
    .acknowledge()
    .wait(minutes(31))
    .resolve(),
];

/** Young, with a first small incident. */
const loyalty: Story = (cast, ago) => [
  handled(
    open(cast, {
      key: 'loyalty/first',
      serviceId: 'PLOYALT',
      title: 'Loyalty: points are booked late',
      urgency: 'low',
      at: ago(2 * DAY),
    }),
    serviceOf(cast, 'PLOYALT'),
    { acknowledgedAfterSeconds: 900, resolvedAfterMinutes: 55 },
  ),
];

/** What happens to the components of this system. */
export const paymentsStories: Story[] = [paymentsGateway, fraudCheck, loyalty];
