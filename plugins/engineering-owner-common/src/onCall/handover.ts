import { AlertStatus, AlertSuppression } from '../alerts/model';
import { HandoverClock, durationText, percentText } from './handoverText';
import { inOrderOfNeed, latestResolvedFirst } from './incidentOrder';
import { instantOf } from './instant';
import { markdownLink, markdownText } from './markdownText';
import { OnCallPeriod, periodStretch } from './period';
import { IncidentStatus } from './status';
import { Stretch } from './stretches';

/** More lines than this of one kind nobody reads. */
const MOST_LINES = 50;

/**
 * What a hand-over is told from. What is absent could not be read, and the
 * summary says so; an empty list says that there was nothing.
 *
 * @public
 */
export interface HandoverRequest {
  /** Of what: the title of a service or a team. */
  title: string;
  /** The shift or week that ends. */
  period: OnCallPeriod;
  /** Of the reader, IANA name; UTC where there is none of this name. */
  timeZone: string;
  /** Those that are open, and those that were at some time in the period. */
  incidents?: IncidentStatus[];
  /**
   * From when on they are known, ISO 8601. Where that is after the period's
   * beginning, the summary says so. Absent: all are.
   */
  incidentsSince?: string;
  /** Those that are active now. */
  alerts?: Array<
    Pick<
      AlertStatus,
      | 'name'
      | 'severity'
      | 'summary'
      | 'state'
      | 'since'
      | 'suppression'
      | 'runbookUrl'
    >
  >;
  budgets?: HandoverBudget[];
  openItems?: HandoverItem[];
}

/**
 * What of an SLO's error budget was spent in the period and is left, each as a
 * fraction of the whole budget and absent where it is not known.
 *
 * @public
 */
export interface HandoverBudget {
  slo: string;
  spentRatio?: number;
  remainingRatio?: number;
}

/**
 * Something the next person has to go on with.
 *
 * @public
 */
export interface HandoverItem {
  text: string;
  url?: string;
  owner?: string;
}

/**
 * What the next person on call has to know, as Markdown to copy: open incidents,
 * resolved ones, alerts, error budgets and open items. Titles, names and all
 * other texts are shown as they were written and do nothing, whoever wrote them.
 *
 * @public
 */
export function handoverSummary(request: HandoverRequest): string {
  const clock = new HandoverClock(request.period, request.timeZone);
  const bounds = periodStretch(request.period);
  const { incidents } = request;
  const open = incidents?.filter(({ status }) => status !== 'resolved');
  const resolved = incidents?.filter(each => wasOpenIn(each, bounds));
  const begins = laterThan(bounds.from, request.incidentsSince);
  return [
    `# Hand-over of ${markdownText(request.title)}`,
    clock.period(),
    ...section(
      'Open incidents',
      open && inOrderOfNeed(open).map(each => incidentLine(each, clock)),
    ),
    ...section(
      'Resolved incidents',
      resolved &&
        latestResolvedFirst(resolved).map(each => incidentLine(each, clock)),
      begins === undefined ? undefined : clock.time(begins),
    ),
    ...section(
      'Alerts',
      request.alerts?.map(alert => alertLine(alert, clock)),
    ),
    ...section('Error budgets', request.budgets?.map(budgetLine)),
    ...section('Open items', request.openItems?.map(itemLine)),
  ]
    .join('\n\n')
    .concat('\n');
}

/** @param since - what was before is not known */
function section(
  title: string,
  lines: string[] | undefined,
  since?: string,
): string[] {
  if (!lines) {
    return [`## ${title}`, 'Not known: they could not be read.'];
  }
  const heading = `## ${title} (${lines.length})`;
  if (lines.length === 0) {
    return [
      heading,
      since === undefined
        ? 'None.'
        : `None since ${since}; what was before is not told.`,
    ];
  }
  const more = lines.length - MOST_LINES;
  return [
    heading,
    [
      ...lines.slice(0, MOST_LINES),
      ...(more > 0 ? [`and ${more} more`] : []),
      ...(since === undefined ? [] : [`what was before ${since} is not told`]),
    ]
      .map(line => `- ${line}`)
      .join('\n'),
  ];
}

/** The time, where it is after the beginning. */
function laterThan(begins: number, at: string | undefined): string | undefined {
  const time = at === undefined ? undefined : instantOf(at);
  return time !== undefined && time > begins ? at : undefined;
}

function incidentLine(incident: IncidentStatus, clock: HandoverClock): string {
  const { number, priority, createdAt, reopenedAt, status } = incident;
  const assignees = incident.assignees.map(({ name }) => markdownText(name));
  const facts = [
    markdownText(incident.service.name),
    `${incident.urgency} urgency`,
    ...(priority ? [markdownText(priority)] : []),
    ...(reopenedAt === undefined
      ? [`triggered ${clock.time(createdAt)}`]
      : [
          `first triggered ${clock.time(createdAt)}`,
          `reopened ${clock.time(reopenedAt)}`,
        ]),
    acknowledgement(incident),
    ...(status === 'resolved'
      ? [`resolved${after(incident.resolvedAfterSeconds)}`]
      : []),
    ...(status !== 'resolved' && assignees.length > 0
      ? [`with ${assignees.join(', ')}`]
      : []),
  ];
  const name = number === undefined ? '' : `#${number} `;
  return `${markdownLink(
    `${name}${incident.title}`,
    incident.url,
  )}: ${facts.join(', ')}`;
}

function acknowledgement(incident: IncidentStatus): string {
  const { acknowledgedAt, acknowledgedBy, status } = incident;
  if (acknowledgedAt === undefined) {
    return withoutAcknowledgement(incident);
  }
  const by = acknowledgedBy ? ` by ${markdownText(acknowledgedBy.name)}` : '';
  const lost = status === 'triggered' ? ', and not any more' : '';
  return `acknowledged${by}${after(incident.acknowledgedAfterSeconds)}${lost}`;
}

function withoutAcknowledgement({
  unacknowledged,
  status,
}: IncidentStatus): string {
  if (unacknowledged === 'acknowledged_by_machine') {
    return 'acknowledged by a machine only';
  }
  if (status === 'acknowledged') {
    return 'acknowledged, by whom is not known';
  }
  return status === 'triggered' || unacknowledged === 'never_acknowledged'
    ? 'not acknowledged'
    : 'whether it was acknowledged is not known';
}

/** ` after 4 min`, or nothing where the times do not say. */
function after(seconds: number | undefined): string {
  return seconds === undefined ? '' : ` after ${durationText(seconds)}`;
}

function alertLine(
  alert: NonNullable<HandoverRequest['alerts']>[number],
  clock: HandoverClock,
): string {
  const { name, severity, summary, state, since, suppression } = alert;
  const { runbookUrl } = alert;
  return [
    markdownText(name),
    ...(severity ? [` (${markdownText(severity)})`] : []),
    `: ${state} since ${clock.time(since)}`,
    ...(suppression ? [`, ${quietText(suppression, clock)}`] : []),
    ...(summary ? [`, ${markdownText(summary)}`] : []),
    ...(runbookUrl ? [`, ${markdownLink('runbook', runbookUrl)}`] : []),
  ].join('');
}

/** The next person wonders why nobody was told, and is told when it ends. */
function quietText({ until }: AlertSuppression, clock: HandoverClock): string {
  return until
    ? `silenced until ${clock.time(until)}`
    : 'suppressed: nobody is told';
}

function budgetLine({
  slo,
  spentRatio,
  remainingRatio,
}: HandoverBudget): string {
  return `${markdownText(slo)}: spent in this time ${percentText(
    spentRatio,
  )}, left ${percentText(remainingRatio)}`;
}

function itemLine({ text, url, owner }: HandoverItem): string {
  const by = owner ? ` (${markdownText(owner)})` : '';
  return `${markdownLink(text, url)}${by}`;
}

/** Resolved, and open at some moment of the period. */
function wasOpenIn(
  { status, createdAt, resolvedAt }: IncidentStatus,
  period: Stretch,
): boolean {
  const created = instantOf(createdAt) ?? -Infinity;
  const resolved =
    (resolvedAt === undefined ? undefined : instantOf(resolvedAt)) ?? Infinity;
  return (
    status === 'resolved' && created < period.to && resolved >= period.from
  );
}
