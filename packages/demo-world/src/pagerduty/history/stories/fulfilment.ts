import { DAY, HOUR } from '../../time';
import { open, serviceOf } from '../cast';
import { handled } from '../handling';
import { minutes, seconds } from '../incidentScript';
import { Story, userId } from './story';

/** Nobody answers at the first two levels, so the lead is paged. */
const warehouseSync: Story = (cast, ago) => [
  handled(
    open(cast, {
      key: 'warehouse-sync/escalated',
      serviceId: 'PWAREHS',
      title: 'Warehouse sync: stock levels are two hours old',
      urgency: 'high',
      at: ago(9 * DAY),
      priorityId: 'PPRIOR2',
    })
      .escalate()
      .escalate(),
    serviceOf(cast, 'PWAREHS'),
    { acknowledgedAfterSeconds: 400, resolvedAfterMinutes: 95 },
  ),
];

/** A printer that cries wolf. */
const labelPrinter: Story = (cast, ago) =>
  Array.from({ length: 12 }, (_, turn) =>
    open(cast, {
      key: `label-printer/noise/${turn}`,
      serviceId: 'PLABELP',
      title: 'Label printer: printer does not answer',
      urgency: 'high',
      at: ago((turn + 1) * 2.3 * DAY),
    })
      .unanswered(seconds(100 + turn * 20))
      .resolveByMonitoring(),
  );

/** Opened by hand by the person who then takes it. */
const returns: Story = (cast, ago) => [
  open(cast, {
    key: 'returns/by-hand',
    serviceId: 'PRETURN',
    title: 'Returns: no return was registered since yesterday',
    urgency: 'low',
    at: ago(20 * HOUR),
    openedBy: userId('aisha.bello'),
  })
    .acknowledge()
    .wait(minutes(45))
    .resolve('The carrier is on strike'),
];

/** An automation acknowledges the daily restart. */
const shippingQuotes: Story = (cast, ago) =>
  [1, 4, 6].map(days =>
    open(cast, {
      key: `shipping-quotes/restart/${days}`,
      serviceId: 'PSHIPQT',
      title: 'Shipping quotes: pods were replaced',
      urgency: 'low',
      at: ago(days * DAY + 2 * HOUR),
    })
      .unanswered(seconds(20))
      .acknowledgeByService()
      .wait(minutes(6))
      .resolveByMonitoring(),
  );

/** What happens to the components of this system. */
export const fulfilmentStories: Story[] = [
  warehouseSync,
  labelPrinter,
  returns,
  shippingQuotes,
];
