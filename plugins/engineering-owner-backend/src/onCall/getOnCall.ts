import {
  acknowledgementTimes,
  coverageStatus,
  escalationLevels,
  inOrderOfNeed,
  latestResolvedFirst,
  OnCallResponse,
  resolutionTimes,
  responseCohorts,
} from '@engineering-owner/backstage-plugin-common';
import { readVisible } from '../entities/readVisible';
import { EntityRequest } from '../router/EntityRoute';
import { answerAge } from './answerAge';
import { mayAct } from './actions/mayAct';
import { serviceName } from './findServices';
import { incidentStatus, peopleOfIncident } from './incidentStatus';
import { OnCallAnswers } from './OnCallAnswers';
import { People, WantedPerson } from './People';
import { readIncidents, readOpenIncidents } from './readIncidents';
import { maySeePersons, peopleOfLoad, readLoad, withPeople } from './readLoad';
import { peopleOfPolicy, readPolicies } from './readPolicies';
import { readSections } from './readSections';
import { readSubject, withAssigned } from './readSubject';
import { mostRecent, periodDays, recentSince } from './recent';
import { sharedAlerts } from './sharedAlerts';

/** What is wrong with single services stands on the pages of their entities. */
const mostProblems = 10;

/**
 * `GET …/on-call`: who is on call for an entity and how that is going.
 *
 * @param extent - `now` leaves out what is over: no incident that is
 *   resolved is read, and response times are of none
 */
export async function getOnCall(
  request: Pick<EntityRequest, 'entity' | 'entityRef' | 'credentials'>,
  answers: OnCallAnswers,
  extent: 'all' | 'now' = 'all',
): Promise<OnCallResponse> {
  const { clock, targets } = answers;
  const { entityRef } = request;
  const now = clock();
  const since = recentSince(now);

  const { named, portfolio, duty } = await readSubject(request, answers);
  const { policies, problems } = await readPolicies(named.services, {
    ...answers,
    now,
  });
  const history =
    extent === 'all'
      ? await readIncidents(named.services, since, answers)
      : {
          incidents: await readOpenIncidents(named.services, answers),
          problems: [],
        };
  const incidents = withAssigned(history.incidents, duty);
  const load =
    extent === 'all'
      ? await readLoad(policies, {
          ...answers,
          period: { from: since, to: now },
          persons: (await maySeePersons(
            request.credentials,
            answers.permissions,
          ))
            ? 'all'
            : duty?.persons ?? [],
        })
      : undefined;
  const people = await People.read(
    [
      ...policies.flatMap(peopleOfPolicy),
      ...incidents.flatMap(peopleOfIncident),
      ...peopleOfLoad(load ?? []),
    ],
    answers,
  );
  const alerts = portfolio
    ? await answers.alerts.currentOfMany(portfolio.entityRefs)
    : await answers.alerts.current(entityRef);
  const namesakes =
    extent === 'all' && !portfolio
      ? await answers.alerts.namesakes(entityRef, alerts)
      : [];
  const visible = await readVisible(
    answers.catalog,
    [
      ...people.entityRefs,
      ...named.services.map(each => each.namedBy),
      ...namesakes,
    ],
    { credentials: request.credentials, fields: [] },
  );
  const person = (wanted: WantedPerson, name?: string) =>
    people.describe(wanted, ref => visible.has(ref), name);

  const sections = {
    ...(await readSections(named.services, { ...answers, now })),
    alerts: await answers.alerts.section(),
  };
  const asOf = answerAge(sections);
  const { maintenance, planned } = await answers.alerts.maintenance(entityRef);
  // Cards offer nothing to do, and a portfolio's incidents are others'.
  const may =
    extent === 'all' && !portfolio
      ? await mayAct(request, named.services, answers)
      : undefined;

  const known = [...named.services, ...(duty?.services ?? [])];
  const statuses = incidents.map(each =>
    incidentStatus(each, {
      serviceName: serviceName(known, each.record.incident.serviceId),
      person,
    }),
  );
  const resolved = statuses.filter(({ status }) => status === 'resolved');
  const cohorts = responseCohorts(
    history.incidents.map(({ record }) => record),
    { from: since, to: now },
  );
  return {
    entityRef,
    ...(asOf && { asOf }),
    services: named.services.map(each => ({
      id: each.id,
      source: each.source,
      found: each.service !== 'missing',
      ...(typeof each.service === 'object' && {
        name: each.service.name,
        ...(each.service.url && { url: each.service.url }),
        status: each.service.status,
        ...(each.service.escalationPolicyId === undefined && {
          withoutPolicy: true,
        }),
      }),
      ...(each.namedBy !== entityRef &&
        !portfolio &&
        visible.has(each.namedBy) && { inheritedFrom: each.namedBy }),
      ...(portfolio && { entityRefs: portfolio.entityRefsOf(each) }),
    })),
    escalation: policies.flatMap(({ source, serviceIds, policy, shifts }) =>
      shifts
        ? {
            policy: {
              id: policy.id,
              name: policy.name,
              ...(policy.url && { url: policy.url }),
            },
            source,
            serviceIds,
            levels: escalationLevels({
              policy,
              ...shifts,
              now,
              person: responderId => person({ source, responderId }),
            }),
            ...(extent === 'all' && {
              coverage: coverageStatus({
                policy,
                ...shifts,
                now,
                person: responderId => person({ source, responderId }),
              }),
            }),
          }
        : [],
    ),
    incidents: {
      open: inOrderOfNeed(
        statuses
          .filter(({ status }) => status !== 'resolved')
          .map(each => ({ ...each, ...(may && { may: may.on(each.source) }) })),
      ),
      recent: latestResolvedFirst(resolved).slice(0, mostRecent),
      ...(extent === 'all' && {
        resolved: {
          high: resolved.filter(({ urgency }) => urgency === 'high').length,
          low: resolved.filter(({ urgency }) => urgency === 'low').length,
        },
      }),
    },
    responseTimes: {
      periodDays,
      mtta: acknowledgementTimes(cohorts.created, {
        targetSeconds: targets.mttaSeconds,
      }),
      mttr: resolutionTimes(cohorts.concluded, {
        targetSeconds: targets.mttrSeconds,
      }),
    },
    ...(load && { load: withPeople(load, person) }),
    alerts,
    ...(portfolio && {
      portfolio: {
        entities: portfolio.entityRefs.length,
        withoutService: portfolio.withoutService,
      },
    }),
    ...(duty && { shifts: duty.shifts }),
    ...(maintenance.length > 0 && { maintenance }),
    ...(planned.length > 0 && { plannedMaintenance: planned }),
    sections,
    ...(may && { may: may.trigger }),
    problems: [
      ...named.problems,
      ...(portfolio ? problems.slice(0, mostProblems) : problems),
      ...history.problems,
      ...sharedAlerts(namesakes.filter(ref => visible.has(ref))),
    ],
  };
}
