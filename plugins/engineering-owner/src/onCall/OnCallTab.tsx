import type {
  IncidentStatus,
  OnCallResponse,
  OnCallServiceStatus,
} from '@engineering-owner/backstage-plugin-common';
import { AlertsSection } from '../alerts';
import { Columns, EntityTab } from '../layout';
import { Greyed, SectionNote, sectionReason, vendorName } from '../status';
import { useT } from '../translation';
import { PageOnCallButton } from './actions';
import { EscalationSection } from './EscalationSection';
import { HandoverButton } from './HandoverButton';
import { LoadSection } from './LoadSection';
import { OnCallEmpty } from './OnCallEmpty';
import { onCallHeadline } from './onCallHeadline';
import { OpenIncidents } from './OpenIncidents';
import { OwnShifts } from './OwnShifts';
import { RecentIncidents } from './RecentIncidents';
import { ResponseTimesSection } from './ResponseTimesSection';
import { ServiceNotes } from './ServiceNotes';
import { useOnCall } from './useOnCall';
import { WaitingIncident } from './WaitingIncident';
import { WithoutPaging } from './WithoutPaging';

/** The On-call tab of an entity. */
export const OnCallTab = () => {
  const t = useT();
  return (
    <EntityTab
      result={useOnCall()}
      content={(response, now) => {
        const { services, incidents, sections, problems } = response;
        const { portfolio } = response;
        const named =
          services.length > 0 ||
          incidents.open.length > 0 ||
          Boolean(response.shifts?.length);
        return {
          headline: onCallHeadline(t, response, now),
          action: (
            <>
              <WaitingIncident incidents={incidents.open} />
              {named && !portfolio && <PageOnCallButton response={response} />}
            </>
          ),
          freshness: named
            ? {
                asOf: response.asOf,
                reason: sectionReason(
                  sections.incidents,
                  sections.escalation,
                  sections.alerts,
                ),
              }
            : undefined,
          notes: !portfolio && (
            <ServiceNotes
              services={services}
              escalation={response.escalation}
            />
          ),
          problems,
          body: named ? (
            <OnCall response={response} />
          ) : (
            <WithoutService response={response} />
          ),
        };
      }}
    />
  );
};

/** The entities an incident's service is of. */
function entityRefsOf(services: OnCallServiceStatus[]) {
  const byService = new Map(
    services.map(({ source, id, entityRefs = [] }) => [
      `${source.name} ${id}`,
      entityRefs,
    ]),
  );
  return ({ source, service }: IncidentStatus) =>
    byService.get(`${source.name} ${service.id}`) ?? [];
}

function WithoutService({
  response: { alerts, sections, maintenance, plannedMaintenance, portfolio },
}: {
  response: OnCallResponse;
}) {
  return (
    <>
      {sections.incidents.problem && (
        <SectionNote
          section={sections.incidents}
          source={vendorName('pagerduty')}
        />
      )}
      <OnCallEmpty
        configured={sections.incidents.state !== 'not_configured'}
        portfolio={portfolio}
      />
      <AlertsSection
        alerts={alerts}
        section={sections.alerts}
        maintenance={maintenance}
        plannedMaintenance={plannedMaintenance}
      />
    </>
  );
}

function OnCall({ response }: { response: OnCallResponse }) {
  const { services, incidents, escalation, sections } = response;
  const { portfolio, shifts } = response;
  const source = vendorName(services[0]?.source.type ?? 'pagerduty');
  const incidentsAreOld = sections.incidents.state === 'stale';
  return (
    <>
      <Columns
        left={
          <>
            <OpenIncidents
              incidents={incidents.open}
              alerts={response.alerts}
              section={sections.incidents}
              source={source}
              entityRefsOf={portfolio && entityRefsOf(services)}
            />
            <AlertsSection
              alerts={response.alerts}
              section={sections.alerts}
              maintenance={response.maintenance}
              plannedMaintenance={response.plannedMaintenance}
            />
            <LoadSection
              load={response.load ?? []}
              // It rests on shifts, and on who was paged in them.
              stale={incidentsAreOld || sections.escalation.state === 'stale'}
            />
          </>
        }
        right={
          <>
            {shifts && <OwnShifts shifts={shifts} />}
            {portfolio && <WithoutPaging portfolio={portfolio} />}
            <EscalationSection
              escalation={escalation}
              section={sections.escalation}
              source={source}
            />
            <Greyed when={incidentsAreOld}>
              <ResponseTimesSection responseTimes={response.responseTimes} />
            </Greyed>
          </>
        }
      />
      <Greyed when={incidentsAreOld}>
        {!portfolio && <HandoverButton />}
        <RecentIncidents
          {...incidents}
          section={sections.incidents}
          periodDays={response.responseTimes.periodDays}
        />
      </Greyed>
    </>
  );
}
