import { event, record } from './__fixtures__/incidentRecord';
import { Incident, IncidentEvent } from './model';
import { recordsOfPolicies } from './recordsOfPolicies';

const ours = { policyIds: ['POURS'], serviceIds: ['SOURS'] };
const page = (time: string) =>
  event('notify', time, { channel: 'phone', responderIds: [time] });
const pages = [page('00:01'), page('00:10')];
const delegated = [page('00:01'), event('delegate', '00:10'), page('00:10')];
const twice = [
  page('00:01'),
  event('delegate', '00:05'),
  page('00:06'),
  event('delegate', '00:10'),
  page('00:11'),
];

describe('recordsOfPolicies', () => {
  it.each<{
    name: string;
    serviceId: string;
    policyId?: string;
    log: IncidentEvent[];
    /** Times of the pages that are ours; absent: the incident is not. */
    paged?: string[];
  }>([
    {
      name: 'all of an incident of our service and policy',
      serviceId: 'SOURS',
      policyId: 'POURS',
      log: pages,
      paged: ['00:01', '00:10'],
    },
    {
      name: 'all of an incident of our service that names no policy',
      serviceId: 'SOURS',
      log: delegated,
      paged: ['00:01', '00:10'],
    },
    {
      name: 'all of what we were paged for before the service changed its policy',
      serviceId: 'STHEIRS',
      policyId: 'POURS',
      log: pages,
      paged: ['00:01', '00:10'],
    },
    {
      name: 'nothing of what others were paged for before the service became ours',
      serviceId: 'SOURS',
      policyId: 'PTHEIRS',
      log: pages,
    },
    {
      name: 'the pages until we delegated it',
      serviceId: 'SOURS',
      policyId: 'PTHEIRS',
      log: delegated,
      paged: ['00:01'],
    },
    {
      name: 'the pages since it was delegated to us',
      serviceId: 'STHEIRS',
      policyId: 'POURS',
      log: delegated,
      paged: ['00:10'],
    },
    {
      name: 'all that was delegated away and came back',
      serviceId: 'SOURS',
      policyId: 'POURS',
      log: twice,
      paged: ['00:01', '00:06', '00:11'],
    },
    {
      name: 'the pages until the last delegation, where there were several',
      serviceId: 'SOURS',
      policyId: 'PTHEIRS',
      log: twice,
      paged: ['00:01', '00:06'],
    },
    {
      name: 'nothing of what was never ours',
      serviceId: 'STHEIRS',
      policyId: 'PTHEIRS',
      log: delegated,
    },
    {
      name: 'nothing of others that name no policy',
      serviceId: 'STHEIRS',
      log: pages,
    },
  ])('has $name', ({ serviceId, policyId, log, paged }) => {
    const incident: Partial<Incident> = {
      serviceId,
      ...(policyId && { policyId }),
    };
    const found = recordsOfPolicies(
      [record({ ...incident, events: log })],
      ours,
    );
    expect(
      found.map(({ events }) =>
        events
          .filter(({ kind }) => kind === 'notify')
          .map(({ responderIds }) => responderIds?.[0]),
      ),
    ).toEqual(paged ? [paged] : []);
  });

  it('keeps what else is in the log', () => {
    const [{ events }] = recordsOfPolicies(
      [record({ serviceId: 'SOURS', policyId: 'PTHEIRS', events: delegated })],
      ours,
    );
    expect(events.map(({ kind }) => kind)).toEqual(['notify', 'delegate']);
  });
});
