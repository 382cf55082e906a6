import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { Domain } from '../Domain';
import { DomainContext } from '../DomainContext';
import { dueByTaskStatus } from '../ingest/due';
import { everyMinute, IngestTask } from '../ingest/IngestTask';
import { readSchedule } from '../ingest/readSchedule';
import { DirectoryStore } from '../onCall/store/DirectoryStore';
import { IncidentStore } from '../onCall/store/IncidentStore';
import { sourceId } from '../sources/sourceId';
import { compileTemplates } from './compileTemplates';
import { createMembersTask, membersTaskName } from './createMembersTask';
import { createReadTask, readTaskName } from './createReadTask';
import { DefinitionStore } from './DefinitionStore';
import { getHistory } from './getHistory';
import { getSlos, SloAnswerOptions } from './getSlos';
import { getWhatIf } from './getWhatIf';
import { GroupPlans } from './GroupPlans';
import { GroupReader } from './GroupReader';
import { GroupStore } from './GroupStore';
import { createIncidentsTask } from './incidents/createIncidentsTask';
import { createDocumentsTask } from './documents/createDocumentsTask';
import { DocumentSetStore } from './documents/DocumentSetStore';
import { PlaceStore } from './documents/PlaceStore';
import { EntityIncidents } from './incidents/EntityIncidents';
import { IncidentShareStore } from './incidents/IncidentShareStore';
import { ServiceEntities } from './incidents/ServiceEntities';
import { judgeSlos } from './judgeSlos';
import {
  backfillTaskName,
  createBackfillTask,
} from './ledger/createBackfillTask';
import { createLedgerTask, ledgerTaskName } from './ledger/createLedgerTask';
import { LedgerReader } from './ledger/LedgerReader';
import { LedgerStore } from './ledger/LedgerStore';
import { PairStateStore } from './PairStateStore';
import { readAlerting } from './readAlerting';
import { ReadingStore } from './ReadingStore';
import { ChartReader } from './onDemand/ChartReader';
import { readTemplates } from './readTemplates';
import { SightingStore } from './SightingStore';
import { SliGroupPlan } from './SliGroupPlan';
import { SloReader } from './SloReader';
import { VerdictStore } from './VerdictStore';
import { WindowReader } from './WindowReader';
import { WindowStore } from './WindowStore';

/** Windows above a day are made from the ledger. */
const directSeconds = 86400;

/** Reads SLIs into readings and the ledger, and answers what they say of objectives. */
export function createSlosDomain(
  context: DomainContext,
  deps: { urlReader: UrlReaderService },
): Domain & {
  answers: SloAnswerOptions;
} {
  const { clock, config, configProblems, knex, registry } = context;
  const written = readTemplates(config, configProblems);
  const templates = compileTemplates(written, registry.sliSources());
  for (const compiled of templates) {
    if (!compiled.ok) {
      configProblems.addProblem(compiled.problem);
    }
  }
  const windows = new WindowStore(knex);
  const stores = {
    windows,
    definitions: new DefinitionStore(knex),
    documentSets: new DocumentSetStore(knex),
    groups: new GroupStore(knex),
    ledger: new LedgerStore(knex),
    pairStates: new PairStateStore(knex),
    readings: new ReadingStore(knex, windows),
    sightings: new SightingStore(knex),
    verdicts: new VerdictStore(knex),
  };
  const plans = new GroupPlans({
    templates,
    sources: registry.sliSources(),
    sets: stores.documentSets,
    definitions: stores.definitions,
    held: [
      stores.definitions,
      stores.groups,
      stores.pairStates,
      stores.verdicts,
      stores.readings,
    ],
  });
  const onCall = {
    ...context,
    directory: new DirectoryStore(knex),
    incidents: new IncidentStore(knex),
    shares: new IncidentShareStore(knex),
  };
  const accounts = registry
    .onCallSources()
    .map(({ source }) => sourceId(source));
  const serviceEntities = new ServiceEntities(onCall);
  const alerting = readAlerting(config, configProblems, written);
  const schedule = readSchedule({
    config,
    key: 'engineeringOwner.slos.schedule',
    fallback: everyMinute,
    problems: configProblems,
  });
  const reader = new GroupReader({
    clock,
    ...stores,
    reader: new WindowReader({ clock, ...stores }),
  });
  const ledgerReader = new LedgerReader({ clock, ...stores });
  const hasMembers = async ({ group }: SliGroupPlan) =>
    (await stores.definitions.listValuesOfGroup(group.id)).length > 0;
  const onFilled = ({ group, windows: all }: SliGroupPlan) =>
    windows.recordLedgerChange(
      group.id,
      all
        .filter(({ seconds, calendar }) => calendar || seconds > directSeconds)
        .map(({ window }) => window),
    );

  const sources = registry.sliSources();
  const sourceTasks = sources.flatMap((source): IngestTask[] => {
    const own = () => plans.list(source);
    return [
      createReadTask({
        source,
        plans: own,
        schedule,
        clock,
        definitions: stores.definitions,
        reader,
        judge: plan => judgeSlos(plan, { clock, alerting, ...stores }),
        wake: [ledgerTaskName(source), backfillTaskName(source)],
      }),
      createLedgerTask({
        source,
        plans: own,
        reader: ledgerReader,
        hasMembers,
      }),
      createBackfillTask({
        source,
        plans: own,
        clock,
        reader: ledgerReader,
        hasMembers,
        onFilled,
        wake: [readTaskName(source)],
      }),
      ...(accounts.length && source.readEntitySteps
        ? [
            createIncidentsTask({
              ...stores,
              ...onCall,
              source,
              plans: own,
              accounts,
              serviceEntities,
            }),
          ]
        : []),
    ];
  });
  const documents = createDocumentsTask({
    due: dueByTaskStatus(context),
    ...context,
    integrations: ScmIntegrations.fromConfig(config),
    places: new PlaceStore(knex),
    sets: stores.documentSets,
    urlReader: deps.urlReader,
    wake: [membersTaskName],
  });
  const members = createMembersTask({
    due: dueByTaskStatus(context),
    ...context,
    ...stores,
    templates,
    documents: plans,
    wake: sources.map(readTaskName),
  });

  const answers = {
    clock,
    alerting,
    pairStates: stores.pairStates,
    slos: new SloReader({ ...context, templates, sources, plans, ...stores }),
  };
  const charts = new ChartReader({ clock });
  const incidents = new EntityIncidents(onCall);
  return {
    answers,
    // Without sources and templates too: what was defined has to go.
    tasks: [documents, members, ...sourceTasks],
    entityRoutes: [
      {
        method: 'get',
        path: '/slos',
        answer: request => getSlos(request, answers),
      },
      {
        method: 'get',
        path: '/slos/:slo/history',
        answer: request =>
          getHistory(request, { ...answers, charts, incidents }),
      },
      {
        method: 'get',
        path: '/slos/:slo/what-if',
        answer: request => getWhatIf(request, answers),
      },
    ],
  };
}
