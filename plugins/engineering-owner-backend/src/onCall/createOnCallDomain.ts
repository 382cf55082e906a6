import { AlertReader } from '../alerts/AlertReader';
import { Domain } from '../Domain';
import { DomainContext } from '../DomainContext';
import { dueByTaskStatus } from '../ingest/due';
import { IngestTask } from '../ingest/IngestTask';
import { CurrentEscalation } from '../ownership/CurrentEscalation';
import { Refusals } from './actions/Refusals';
import { createCurrentEscalation } from './createCurrentEscalation';
import { getOnCall } from './getOnCall';
import { getOnCallIncident } from './getOnCallIncident';
import { getOnCallIncidents } from './getOnCallIncidents';
import { getOnCallResponseTimes } from './getOnCallResponseTimes';
import { LoadCache } from './LoadCache';
import { OnCallSignals } from './live/OnCallSignals';
import { OnCallAnswers } from './OnCallAnswers';
import { readTargets } from './readTargets';
import { CursorStore } from './store/CursorStore';
import { DirectoryStore } from './store/DirectoryStore';
import { IncidentStore } from './store/IncidentStore';
import { ShiftStore } from './store/ShiftStore';
import { createChangesTask } from './tasks/createChangesTask';
import { createDirectoryTask } from './tasks/createDirectoryTask';
import { createHistoryTask } from './tasks/createHistoryTask';
import { createOpenIncidentsTask } from './tasks/createOpenIncidentsTask';
import { createPastShiftsTask } from './tasks/createPastShiftsTask';
import { createShiftsTask } from './tasks/createShiftsTask';

/** Incidents and shifts are kept this long. */
const keepDays = 400;

/** Reads on-call accounts, and answers who is called and how that is going. */
export function createOnCallDomain(
  context: DomainContext,
  {
    alerts,
    onCallSignals,
  }: { alerts: AlertReader; onCallSignals: OnCallSignals },
): Domain & { answers: OnCallAnswers; escalation: CurrentEscalation } {
  const { config, configProblems, knex, registry } = context;
  const stores = {
    directory: new DirectoryStore(knex),
    shifts: new ShiftStore(knex),
    incidents: new IncidentStore(knex),
    cursors: new CursorStore(knex),
  };
  const answers: OnCallAnswers = {
    ...context,
    ...stores,
    alerts,
    loads: new LoadCache(context),
    onCallSignals,
    refusals: new Refusals({ ...context, ...stores }),
    targets: readTargets(config, configProblems),
  };
  const due = dueByTaskStatus(context);
  const tasks = registry.onCallSources().flatMap((source): IngestTask[] => {
    const options = { ...context, ...stores, onCallSignals, source, due };
    return [
      createDirectoryTask({ ...options, keepDays }),
      createOpenIncidentsTask(options),
      createShiftsTask(options),
      createPastShiftsTask(options),
      createChangesTask(options),
      createHistoryTask(options),
    ];
  });
  return {
    answers,
    escalation: createCurrentEscalation(answers),
    tasks,
    entityRoutes: [
      {
        method: 'get',
        path: '/on-call',
        answer: request => getOnCall(request, answers),
      },
      {
        method: 'get',
        path: '/on-call/incidents',
        answer: request => getOnCallIncidents(request, answers),
      },
      {
        method: 'get',
        path: '/on-call/incidents/:id',
        answer: request => getOnCallIncident(request, answers),
      },
      {
        method: 'get',
        path: '/on-call/response-times',
        answer: request => getOnCallResponseTimes(request, answers),
      },
    ],
  };
}
