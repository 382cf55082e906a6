import type {
  RunbooksResponse,
  RunbookStatus,
} from '@engineering-owner/backstage-plugin-common';
import { AlertList } from '../alerts';
import { useNow } from '../figures';
import {
  Columns,
  Failure,
  ProblemList,
  Section,
  TabLayout,
  TabSkeleton,
} from '../layout';
import { useQueryChoice } from '../routing';
import { Freshness, StatusLine } from '../status';
import { useT } from '../translation';
import { RunbookDocument } from './RunbookDocument';
import { RunbookList } from './RunbookList';
import { RunbooksEmpty } from './RunbooksEmpty';
import { runbooksHeadline } from './runbooksHeadline';
import { runbookOf } from './runbooksVerdict';
import { UncoveredAlerts } from './UncoveredAlerts';
import { useRunbooks } from './useRunbooks';

/** The Runbooks tab of an entity. */
export const RunbooksTab = () => {
  const runbooks = useRunbooks();
  switch (runbooks.status) {
    case 'loading':
      return <TabSkeleton />;
    case 'failed':
      return <Failure {...runbooks} />;
    default:
      return (
        <Runbooks
          response={runbooks.data}
          refreshError={runbooks.refreshError}
        />
      );
  }
};

function Runbooks(props: { response: RunbooksResponse; refreshError?: Error }) {
  const { response, refreshError } = props;
  const { runbooks, firing, alertsWithoutRunbook, problems } = response;
  const t = useT();
  const now = useNow();
  const [chosenId, choose] = useQueryChoice('runbook');
  const firingIds = new Set(firing.flatMap(({ runbookId }) => runbookId ?? []));
  // The runbook of what fires is open unless the reader chose another.
  const chosen =
    runbooks.find(({ id }) => id === chosenId) ??
    firing.map(alert => runbookOf(alert, runbooks)).find(Boolean) ??
    runbooks[0];
  const nothing =
    runbooks.length === 0 &&
    firing.length === 0 &&
    alertsWithoutRunbook.length === 0 &&
    problems.length === 0;
  if (nothing) {
    return (
      <TabLayout>
        <RunbooksEmpty />
      </TabLayout>
    );
  }
  return (
    <TabLayout>
      <StatusLine
        {...runbooksHeadline(t, response, now)}
        freshness={
          <Freshness asOf={response.asOf} reason={refreshError?.message} />
        }
      />
      {/* The document first: on a narrow screen nothing stands above it. */}
      <Columns
        shape="wideLeft"
        left={
          chosen ? (
            <RunbookDocument
              runbook={chosen}
              firing={firing.filter(({ runbookId }) => runbookId === chosen.id)}
            />
          ) : (
            <RunbooksEmpty />
          )
        }
        right={
          <>
            {firing.length > 0 && (
              <Section title={t('onCall.alerts.title')}>
                <AlertList alerts={firing} />
              </Section>
            )}
            {runbooks.length > 0 && (
              <RunbookList
                runbooks={firingFirst(runbooks, firingIds)}
                firingIds={firingIds}
                chosen={chosen}
                onChoose={choose}
              />
            )}
            <UncoveredAlerts alerts={alertsWithoutRunbook} />
          </>
        }
      />
      <ProblemList problems={problems} />
    </TabLayout>
  );
}

/** What is needed now stands first; the rest stays as it is, worst first. */
function firingFirst(
  runbooks: RunbookStatus[],
  firingIds: ReadonlySet<string>,
): RunbookStatus[] {
  return [
    ...runbooks.filter(({ id }) => firingIds.has(id)),
    ...runbooks.filter(({ id }) => !firingIds.has(id)),
  ];
}
