import type {
  RunbooksResponse,
  RunbookStatus,
} from '@engineering-owner/backstage-plugin-common';
import { AlertsSection } from '../alerts';
import { Columns, EntityTab } from '../layout';
import { useSteadyChoice } from '../routing';
import { sectionReason } from '../status';
import { useT } from '../translation';
import { RunbookDocument } from './RunbookDocument';
import { RunbookList } from './RunbookList';
import { RunbooksEmpty } from './RunbooksEmpty';
import { runbooksHeadline } from './runbooksHeadline';
import { UncoveredAlerts } from './UncoveredAlerts';
import { useRunbooks } from './useRunbooks';

/** The Runbooks tab of an entity. */
export const RunbooksTab = () => {
  const t = useT();
  return (
    <EntityTab
      result={useRunbooks()}
      content={(response, now) => {
        const { problems, sections } = response;
        const { alerts } = sections;
        return hasNothing(response)
          ? { empty: <RunbooksEmpty /> }
          : {
              headline: runbooksHeadline(t, response, now),
              freshness: {
                asOf: alerts.state === 'stale' ? alerts.asOf : response.asOf,
                reason: sectionReason(alerts),
              },
              problems,
              body: <Runbooks response={response} />,
            };
      }}
    />
  );
};

function hasNothing(response: RunbooksResponse): boolean {
  const { runbooks, firing, alertsWithoutRunbook, problems } = response;
  return (
    runbooks.length === 0 &&
    firing.length === 0 &&
    alertsWithoutRunbook.length === 0 &&
    problems.length === 0
  );
}

function Runbooks({ response }: { response: RunbooksResponse }) {
  const { runbooks, alertsWithoutRunbook } = response;
  const { alerts } = response.sections;
  const firing = response.firing.filter(({ state }) => state === 'firing');
  const firingIds = new Set(firing.flatMap(({ runbookId }) => runbookId ?? []));
  const listed = firingFirst(runbooks, firing);
  // The runbook of what fires is open unless the reader chose another.
  const [id, choose] = useSteadyChoice(
    'runbook',
    runbooks.map(runbook => runbook.id),
    listed[0]?.id,
  );
  const chosen = runbooks.find(runbook => runbook.id === id);
  const alertsMatter =
    response.firing.length > 0 ||
    alerts.state === 'stale' ||
    alerts.problem !== undefined;
  return (
    // The document first: on a narrow screen nothing stands above it.
    <Columns
      shape="wideLeft"
      left={
        chosen ? (
          <RunbookDocument
            runbook={chosen}
            firing={firing.filter(({ runbookId }) => runbookId === chosen.id)}
            alerts={alerts}
          />
        ) : (
          <RunbooksEmpty />
        )
      }
      right={
        <>
          {alertsMatter && (
            <AlertsSection alerts={response.firing} section={alerts} />
          )}
          {runbooks.length > 0 && (
            <RunbookList
              runbooks={listed}
              firingIds={firingIds}
              chosen={chosen}
              onChoose={choose}
            />
          )}
          <UncoveredAlerts alerts={alertsWithoutRunbook} />
        </>
      }
    />
  );
}

/**
 * What is needed now stands first, in the order of the alerts; the rest stays
 * as it is, worst first.
 */
function firingFirst(
  runbooks: RunbookStatus[],
  firing: RunbooksResponse['firing'],
): RunbookStatus[] {
  const needed = firing.flatMap(
    ({ runbookId }) => runbooks.find(({ id }) => id === runbookId) ?? [],
  );
  return [...new Set([...needed, ...runbooks])];
}
