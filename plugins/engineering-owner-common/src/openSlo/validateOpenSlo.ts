import { Field } from './Field';
import { checkAlertConditionSpec } from './kinds/alertCondition';
import { checkAlertNotificationTargetSpec } from './kinds/alertNotificationTarget';
import { checkAlertPolicySpec } from './kinds/alertPolicy';
import { checkDataSourceSpec } from './kinds/dataSource';
import { checkServiceSpec } from './kinds/service';
import { checkSliSpec, MetricKind, metricKindOf } from './kinds/sli';
import { checkSloSpec } from './kinds/slo';
import { checkMetadata } from './metadata';
import {
  OPENSLO_API_VERSION,
  OpenSloDocument,
  OpenSloKind,
  openSloKinds,
  OpenSloProblem,
  OpenSloSource,
} from './model';
import { ProblemList } from './ProblemList';
import { describePlace } from './place';

/**
 * Documents that keep every rule, and what is wrong with the others.
 *
 * @public
 */
export interface OpenSloVerdict {
  documents: OpenSloDocument[];
  problems: OpenSloProblem[];
}

interface Judged {
  source: OpenSloSource;
  problems: ProblemList;
  document?: OpenSloDocument;
}

/**
 * Judges documents by every rule of OpenSLO v1. Documents are judged one by
 * one, so that a bad one hides no other; all of them together serve to find
 * what a reference means and which names are given twice.
 *
 * @public
 */
export function validateOpenSlo(
  sources: readonly OpenSloSource[],
): OpenSloVerdict {
  const metricOfSli = metricsOf(sources);
  const judged = sources.map(source => judge(source, metricOfSli));
  refuseTakenNames(judged);
  return {
    documents: judged.flatMap(({ document, problems }) =>
      document && !problems.failed ? [document] : [],
    ),
    problems: judged.flatMap(({ problems }) => problems.problems),
  };
}

/**
 * Judges documents that are objects already, such as those of a JSON file.
 *
 * @public
 */
export function validateOpenSloObjects(
  values: readonly unknown[],
): OpenSloVerdict {
  return validateOpenSlo(values.map((value, index) => ({ index, value })));
}

function judge(
  source: OpenSloSource,
  metricOfSli: (name: string) => MetricKind,
): Judged {
  const problems = new ProblemList(source);
  const root = new Field(source.value, [], problems);
  if (!root.isMapping()) {
    root.report(
      'document_not_openslo',
      `is no mapping; expected apiVersion: ${OPENSLO_API_VERSION}, kind, metadata and spec`,
    );
    return { source, problems };
  }
  if (root.get('apiVersion').value !== OPENSLO_API_VERSION) {
    root
      .get('apiVersion')
      .expected(`${OPENSLO_API_VERSION}, the one version that is read`);
    return { source, problems };
  }
  const kind = root.get('kind').oneOf(openSloKinds);
  root.hasFields('a mapping', ['apiVersion', 'kind', 'metadata', 'spec']);
  checkMetadata(root.get('metadata'));
  if (!kind) {
    return { source, problems };
  }
  checkSpec(kind, root.get('spec'), metricOfSli);
  const name = root.get('metadata').get('name').value;
  return typeof name === 'string'
    ? { source, problems, document: { ...source, kind, name } }
    : { source, problems };
}

function checkSpec(
  kind: OpenSloKind,
  spec: Field,
  metricOfSli: (name: string) => MetricKind,
) {
  switch (kind) {
    case 'SLO':
      return checkSloSpec(spec, metricOfSli);
    case 'SLI':
      return checkSliSpec(spec);
    case 'Service':
      return checkServiceSpec(spec);
    case 'DataSource':
      return checkDataSourceSpec(spec);
    case 'AlertPolicy':
      return checkAlertPolicySpec(spec);
    case 'AlertCondition':
      return checkAlertConditionSpec(spec);
    default:
      return checkAlertNotificationTargetSpec(spec);
  }
}

/**
 * How the SLIs among the documents are measured, by name; one that keeps the
 * rules says so before one that does not.
 */
function metricsOf(
  sources: readonly OpenSloSource[],
): (name: string) => MetricKind {
  const metrics = new Map<unknown, MetricKind>();
  for (const source of sources) {
    const root = new Field(source.value, [], new ProblemList(source));
    const name = root.get('metadata').get('name').value;
    const isSound = () => !judge(source, () => undefined).problems.failed;
    if (root.get('kind').value === 'SLI' && (!metrics.has(name) || isSound())) {
      metrics.set(name, metricKindOf(root.get('spec')));
    }
  }
  return name => metrics.get(name);
}

/**
 * Names are unique per kind; both places of a name given twice are told. A
 * document that breaks another rule is not used anyway, and takes no name.
 */
function refuseTakenNames(judged: Judged[]) {
  const owners = new Map<string, Judged[]>();
  for (const each of judged) {
    if (each.document && !each.problems.failed) {
      const key = `${each.document.kind} ${each.document.name}`;
      owners.set(key, [...(owners.get(key) ?? []), each]);
    }
  }
  for (const same of owners.values()) {
    for (const each of same.length > 1 ? same : []) {
      const other = same.find(one => one !== each)?.source;
      each.problems.add(
        'name_taken',
        ['metadata', 'name'],
        `is the name of another ${each.document?.kind} too, ${
          other && describePlace(other)
        }; names are unique per kind, so neither is used`,
      );
    }
  }
}
