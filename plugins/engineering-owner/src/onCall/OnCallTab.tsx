import type { OnCallResponse } from '@engineering-owner/backstage-plugin-common';
import { useNow } from '../figures';
import {
  Columns,
  Failure,
  ProblemList,
  TabLayout,
  TabSkeleton,
} from '../layout';
import { Freshness, Greyed, StatusLine, vendorName } from '../status';
import { useT } from '../translation';
import { AlertsSection } from './AlertsSection';
import { EscalationSection } from './EscalationSection';
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
  const onCall = useOnCall();
  switch (onCall.status) {
    case 'loading':
      return <TabSkeleton />;
    case 'failed':
      return <Failure {...onCall} />;
    default:
      return (
        <OnCall response={onCall.data} refreshError={onCall.refreshError} />
      );
  }
};

function OnCall(props: { response: OnCallResponse; refreshError?: Error }) {
  const { response, refreshError } = props;
  const { services, sections, alerts, problems } = response;
  const t = useT();
  const now = useNow();
  const source = vendorName(services[0]?.source.type ?? 'pagerduty');
  const incidentsAreOld = sections.incidents.state === 'stale';
  const alertsSection = (
    <AlertsSection alerts={alerts} section={sections.alerts} />
  );
  return (
    <TabLayout>
      <StatusLine
        {...onCallHeadline(t, response, now)}
        action={<WaitingIncident incidents={response.incidents.open} />}
        freshness={
          services.length > 0 && (
            <Freshness
              asOf={response.asOf}
              reason={refreshError?.message ?? staleReason(response)}
            />
          )
        }
      />
      <ServiceNotes services={services} />
      {services.length === 0 ? (
        <>
          <OnCallEmpty
            configured={sections.incidents.state !== 'not_configured'}
          />
          {alertsSection}
        </>
      ) : (
        <>
          <Columns
            left={
              <>
                <OpenIncidents
                  incidents={response.incidents.open}
                  section={sections.incidents}
                  source={source}
                />
                {alertsSection}
              </>
            }
            right={
              <>
                <EscalationSection
                  escalation={response.escalation}
                  section={sections.escalation}
                  source={source}
                />
                <Greyed when={incidentsAreOld}>
                  <ResponseTimesSection
                    responseTimes={response.responseTimes}
                  />
                </Greyed>
              </>
            }
          />
          <Greyed when={incidentsAreOld}>
            <RecentIncidents incidents={response.incidents.recent} />
          </Greyed>
        </>
      )}
      <ProblemList problems={problems} />
    </TabLayout>
  );
}

/** Why the oldest of what is shown is old, when its source says so. */
function staleReason({ sections }: OnCallResponse): string | undefined {
  return [sections.incidents, sections.escalation, sections.alerts].find(
    ({ state }) => state === 'stale',
  )?.problem?.message;
}
