import {
  Problem,
  SectionPart,
  SectionStatus,
  sectionStatus,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import { TaskStatusStore } from '../ingest/TaskStatusStore';
import { sourceId } from '../sources/sourceId';
import { SourceRegistry } from '../sources/SourceRegistry';
import { accountsOf, NamedService } from './findServices';
import { bySource } from './readPolicies';
import { OnCallRead, onCallReads, onCallTaskName } from './tasks/taskNames';

/**
 * How old incidents and escalation are: of the accounts of the services, or of
 * all when there is no service.
 */
export async function readSections(
  services: NamedService[],
  options: { taskStatus: TaskStatusStore; registry: SourceRegistry; now: Date },
): Promise<{ incidents: SectionStatus; escalation: SectionStatus }> {
  const { now, registry } = options;
  const involved = bySource(services).map(([source]) => source);
  const accounts = involved.length > 0 ? involved : accountsOf(registry);
  const section = async (reads: OnCallRead[]): Promise<SectionStatus> => {
    const parts = await Promise.all(
      accounts.flatMap(account =>
        reads.map(read => readPart(read, account, options.taskStatus)),
      ),
    );
    const status = sectionStatus(parts, now);
    const problem = misconfigured(registry);
    return status.state === 'not_configured' && problem
      ? { ...status, problem }
      : status;
  };
  return {
    incidents: await section(['incidents', 'changes']),
    escalation: await section(['directory', 'shifts']),
  };
}

async function readPart(
  read: OnCallRead,
  account: SourceRef,
  taskStatus: TaskStatusStore,
): Promise<SectionPart> {
  const task = await taskStatus.get(onCallTaskName(read, account));
  return {
    what: `${onCallReads[read].what} of ${sourceId(account)}`,
    intervalSeconds: onCallReads[read].everySeconds,
    ...(task?.lastSuccessAt && { lastSuccessAt: task.lastSuccessAt }),
    ...(task?.lastError && { lastError: task.lastError.message }),
  };
}

/** Why there is no account although somebody configured one. */
function misconfigured(registry: SourceRegistry): Problem | undefined {
  const wrong = registry
    .misconfigured()
    .find(({ source }) => source.type === 'pagerduty');
  return (
    wrong && {
      code: 'source_misconfigured',
      severity: 'error',
      message: `The PagerDuty account "${wrong.source.name}" is configured wrongly; the start-up log and /sources say how`,
      params: { account: wrong.source.name },
    }
  );
}
