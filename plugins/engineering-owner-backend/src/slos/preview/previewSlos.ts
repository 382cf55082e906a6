import { Entity } from '@backstage/catalog-model';
import {
  assessSlo,
  compareSlos,
  LedgerHour,
  Problem,
  SloPreviewResponse,
  SloQuery,
  SloStatus,
  StoredReading,
  windowKey,
  windowStretch,
} from '@engineering-owner/backstage-plugin-common';
import { SliSource } from '@engineering-owner/backstage-plugin-node';
import pLimit from 'p-limit';
import { Clock } from '../../ingest/clock';
import { describeFailure } from '../../ingest/describeFailure';
import { AlertPolicies } from '../AlertPolicies';
import { SloReader } from '../SloReader';
import { windowDuration } from '../windowDuration';
import { findCandidates, PreviewCandidate } from './findCandidates';
import { PreviewRequest } from './previewRequest';
import { readWindows } from './readWindows';

/** Whatever was not read by then is missing from the windows. */
const longestMs = 25_000;
const shownWindows = ['5m', '1h', '6h', '1d'];

export interface PreviewOptions {
  alerting: AlertPolicies;
  clock: Clock;
  slos: SloReader;
  sources: SliSource[];
  /** Of all reads of all previews. */
  limit: pLimit.Limit;
}

/** What definitions would say of an entity; nothing is stored. */
export async function previewSlos(
  request: PreviewRequest,
  entity: Entity,
  options: PreviewOptions,
): Promise<SloPreviewResponse> {
  const { candidates, problems } = findCandidates(
    request,
    entity,
    options.sources,
  );
  const deadline = new AbortController();
  const timer = setTimeout(
    () =>
      deadline.abort(
        new Error(`the preview took longer than ${longestMs / 1000} s`),
      ),
    longestMs,
  );
  try {
    const slos: SloStatus[] = [];
    for (const candidate of candidates) {
      const preview = await evaluate(candidate, options, deadline.signal);
      slos.push(preview.status);
      problems.push(...preview.problems);
    }
    return { slos: slos.sort(compareSlos), problems };
  } finally {
    clearTimeout(timer);
  }
}

interface Evaluation {
  readings: StoredReading[];
  queries: SloQuery[];
  problems: Problem[];
  hours?: LedgerHour[];
}

async function evaluate(
  candidate: PreviewCandidate,
  options: PreviewOptions,
  signal: AbortSignal,
): Promise<{ status: SloStatus; problems: Problem[] }> {
  const { definition, source } = candidate;
  const now = options.clock();
  const { problems, ...facts } =
    (await fromStore(candidate, options, now)) ??
    (await fromSource(candidate, options, now, signal));
  return {
    problems,
    status: assessSlo({
      definition,
      ...facts,
      now,
      alerting: options.alerting.of(definition),
      evaluationDelaySeconds: source.evaluationDelaySeconds,
    }),
  };
}

/** An indicator that is read already asks nothing more of its source. */
async function fromStore(
  { definition, shared, entityValue }: PreviewCandidate,
  { slos }: PreviewOptions,
  now: Date,
): Promise<Evaluation | undefined> {
  const { entityRef, name, window } = definition;
  const groupId = shared.id;
  const member = { entityRef, name, groupId, entityValue, definition };
  if (!slos.planOf(member)) {
    return undefined;
  }
  const { readings, queries, inspection } = await slos.read(member);
  const known = readings.filter(({ at }) => at !== undefined);
  const newest = known.find(({ window: of }) => of === '5m');
  if (!newest) {
    return undefined;
  }
  const own = windowKey(window);
  const stretch = windowStretch(window, now);
  const hours = await slos.readHours(member, stretch);
  return {
    queries,
    problems: inspection?.problems ?? [],
    hours,
    readings: known.some(each => each.window === own)
      ? readings
      : [...readings, { ...newest, window: own, ...sum(hours, stretch) }],
  };
}

/** An own window that nobody reads, from the hours of the ledger. */
function sum(
  hours: LedgerHour[],
  { from, to }: { from: Date; to: Date },
): Pick<StoredReading, 'at' | 'counts' | 'coverage'> {
  const read = hours.flatMap(hour => {
    const length = hour.to.getTime() - hour.from.getTime();
    const inside =
      hour.to.getTime() - Math.max(hour.from.getTime(), from.getTime());
    return hour.counts && inside > 0
      ? [{ ...hour.counts, inside, share: Math.min(1, inside / length) }]
      : [];
  });
  const covered = read.reduce((all, { inside }) => all + inside, 0);
  const last = hours.at(-1)?.to ?? to;
  return {
    at: last.toISOString(),
    coverage: Math.min(
      1,
      covered / Math.max(1, last.getTime() - from.getTime()),
    ),
    counts: {
      bad: read.reduce((all, { bad, share }) => all + bad * share, 0),
      total: read.reduce((all, { total, share }) => all + total * share, 0),
    },
  };
}

async function fromSource(
  { definition, source, pinned, entityValue }: PreviewCandidate,
  { limit }: PreviewOptions,
  now: Date,
  signal: AbortSignal,
): Promise<Evaluation> {
  const { window } = definition;
  const own = windowKey(window);
  try {
    const at = new Date(now.getTime() - source.evaluationDelaySeconds * 1000);
    const { inspection, problems } = await limit(() => {
      signal.throwIfAborted();
      return source.inspect(pinned, { at, signal });
    });
    const readings = await readWindows({
      source,
      group: pinned,
      inspection,
      entityValue,
      window,
      now,
      limit,
      signal,
    });
    const queries = [...new Set([...shownWindows, own])].flatMap(each =>
      source
        .describe(
          pinned,
          inspection,
          entityValue,
          each === own ? windowDuration(window, at) : each,
          definition.objective,
        )
        .map(query => ({ ...query, window: each })),
    );
    return { readings, queries, problems };
  } catch (error) {
    const lastError = describeFailure(error);
    return {
      queries: [],
      problems: [],
      readings: [...new Set([...shownWindows, own])].map(each => ({
        window: each,
        coverage: 0,
        incomplete: false,
        attemptedAt: now.toISOString(),
        lastError,
      })),
    };
  }
}
