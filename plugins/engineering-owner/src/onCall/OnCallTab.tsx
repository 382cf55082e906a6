import type { OnCallResponse } from '@engineering-owner/backstage-plugin-common';
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
import { RecentIncidents } from './RecentIncidents';
import { ResponseTimesSection } from './ResponseTimesSection';
import { ServiceNotes } from './ServiceNotes';
import { useOnCall } from './useOnCall';
import { WaitingIncident } from './WaitingIncident';

/** The On-call tab of an entity. */
export const OnCallTab = () => {
  const t = useT();
  return (
    <EntityTab
      result={useOnCall()}
      content={(response, now) => {
        const { services, incidents, sections, problems } = response;
        const named = services.length > 0;
        return {
          headline: onCallHeadline(t, response, now),
          action: (
            <>
              <WaitingIncident incidents={incidents.open} />
              {named && <PageOnCallButton response={response} />}
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
          notes: <ServiceNotes services={services} />,
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

function WithoutService({
  response: { alerts, sections, maintenance, plannedMaintenance },
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
      <OnCallEmpty configured={sections.incidents.state !== 'not_configured'} />
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
        <HandoverButton />
        <RecentIncidents open={incidents.open} recent={incidents.recent} />
      </Greyed>
    </>
  );
}
