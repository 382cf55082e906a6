import { Field } from '../Field';
import { OpenSloDocument, OpenSloPath, OpenSloProblem } from '../model';
import { ProblemList } from '../ProblemList';
import { quote } from '../quote';
import {
  OpenSloDefinition,
  OpenSloIndicator,
  RefusedOpenSlo,
} from './definition';
import { ProfiledIndicator, readIndicator } from './indicator';
import { readObjectives } from './objectives';
import { readOpenSloWindow } from './window';

/**
 * What valid OpenSLO documents mean for Prometheus. References are looked up
 * among the documents given. An SLO that is not understood, or not for sure, is
 * told with the reason and its place, and is among the refused when it is known
 * what it promises; others are not affected.
 *
 * @param documents - that keep the rules, see `validateOpenSlo`
 * @public
 */
export function applyPrometheusProfile(documents: readonly OpenSloDocument[]): {
  definitions: OpenSloDefinition[];
  refused: RefusedOpenSlo[];
  problems: OpenSloProblem[];
} {
  const known = new Map(
    documents.map(document => [`${document.kind} ${document.name}`, document]),
  );
  const definitions: OpenSloDefinition[] = [];
  const refused: RefusedOpenSlo[] = [];
  const problems: OpenSloProblem[] = [];
  for (const document of documents) {
    if (document.kind === 'SLO') {
      const slo = readSlo(document, known);
      definitions.push(...slo.definitions);
      refused.push(...slo.refused);
      problems.push(...slo.problems);
    }
  }
  return { definitions, refused, problems: unique(problems) };
}

type Known = ReadonlyMap<string, OpenSloDocument>;

function readSlo(
  document: OpenSloDocument,
  known: Known,
): ReturnType<typeof applyPrometheusProfile> {
  const list = new ProblemList(document);
  const ofSli: OpenSloProblem[] = [];
  const root = new Field(document.value, [], list);
  const spec = root.get('spec');
  refuseUnsupported(spec);
  const window = readOpenSloWindow(spec);
  const displayName = root.get('metadata').get('displayName').value;
  const objectives = readObjectives(spec, {
    name: document.name,
    title: typeof displayName === 'string' ? displayName : document.name,
  });
  const slo = list.failed
    ? undefined
    : readIndicatorOf(document, spec, known, ofSli);
  const problems = [...ofSli, ...list.problems];
  if (window && slo && !list.failed) {
    const service = String(spec.get('service').value);
    return {
      definitions: objectives.map(objective => ({
        ...objective,
        ...slo,
        window,
        service,
        document,
      })),
      refused: [],
      problems,
    };
  }
  const reason = problems.find(({ severity }) => severity === 'error');
  return {
    definitions: [],
    refused:
      window && reason
        ? objectives.map(objective => ({
            ...objective,
            window,
            document,
            written: writtenIndicator(spec),
            reason,
          }))
        : [],
    problems,
  };
}

function writtenIndicator(spec: Field): OpenSloIndicator {
  const ref = spec.get('indicatorRef').value;
  const inline = spec.get('indicator').get('spec').value;
  return JSON.parse(
    JSON.stringify(ref === undefined ? inline ?? {} : { indicatorRef: ref }),
  );
}

function refuseUnsupported(spec: Field) {
  const method = spec.get('budgetingMethod');
  if (method.value !== 'Occurrences') {
    method.report(
      'not_supported',
      `is ${quote(
        method.value,
      )}, which is not supported yet: slices of time are not read so far; expected Occurrences, which counts events`,
    );
  }
  for (const objective of spec.get('objectives').items() ?? []) {
    for (const key of ['indicator', 'indicatorRef']) {
      if (objective.get(key).exists) {
        objective
          .get(key)
          .report(
            'not_supported',
            'makes a composite SLO, which is not supported yet; write an SLO for each part',
          );
      }
    }
  }
}

/** Of the SLO itself or of the SLI it names, whose problems stand in its own document. */
function readIndicatorOf(
  document: OpenSloDocument,
  spec: Field,
  known: Known,
  problems: OpenSloProblem[],
): MeasuredSlo | undefined {
  const typeOf = (name: string) => {
    const dataSource = known.get(`DataSource ${name}`);
    const type =
      dataSource &&
      new Field(dataSource.value, [], new ProblemList(dataSource))
        .get('spec')
        .get('type').value;
    return typeof type === 'string' ? type : undefined;
  };
  const ref = spec.get('indicatorRef');
  if (!ref.exists) {
    return measured(
      readIndicator(spec.get('indicator').get('spec'), typeOf),
      document,
      ['spec', 'indicator', 'spec', 'ratioMetric'],
    );
  }
  const sli = known.get(`SLI ${ref.value}`);
  if (!sli) {
    ref.report(
      'reference_unresolved',
      `is ${quote(
        ref.value,
      )}; there is no valid SLI of that name beside this document`,
    );
    return undefined;
  }
  const list = new ProblemList(sli);
  const profiled = readIndicator(
    new Field(sli.value, [], list).get('spec'),
    typeOf,
  );
  problems.push(...list.problems);
  return measured(profiled, sli, ['spec', 'ratioMetric']);
}

type MeasuredSlo = ProfiledIndicator & Pick<OpenSloDefinition, 'indicatorAt'>;

function measured(
  profiled: ProfiledIndicator | undefined,
  { file, locate }: OpenSloDocument,
  path: OpenSloPath,
): MeasuredSlo | undefined {
  const line = locate?.(path)?.line;
  return (
    profiled && {
      ...profiled,
      indicatorAt: {
        ...(file !== undefined && { file }),
        ...(line !== undefined && { line }),
      },
    }
  );
}

/** Several SLOs may name one SLI. */
function unique(problems: OpenSloProblem[]): OpenSloProblem[] {
  return [
    ...new Map(
      problems.map(each => [JSON.stringify(each), each] as const),
    ).values(),
  ];
}
