import { Field } from '../Field';

/** One objective with its name within the entity. */
export interface NamedObjective {
  name: string;
  title: string;
  objective: number;
}

const longestSuffix = 40;

/**
 * The objectives of an SLO, each an SLO of its own. One keeps the name of the
 * document. Several are told apart by their display names where those differ,
 * so that another one beside them renames none, and else by their number.
 */
export function readObjectives(
  spec: Field,
  slo: { name: string; title: string },
): NamedObjective[] {
  const items = spec.get('objectives').items() ?? [];
  const slugs = items.map(slugOf);
  return items.flatMap((item, index) => {
    const objective = readTarget(item);
    if (objective === undefined) {
      return [];
    }
    if (items.length === 1) {
      return [{ ...slo, objective }];
    }
    const slug = slugs[index];
    const isUnique = slug !== '' && slugs.filter(s => s === slug).length === 1;
    const displayName = item.get('displayName').value;
    return [
      {
        name: `${slo.name}-${isUnique ? slug : index + 1}`,
        title: `${slo.title}: ${
          typeof displayName === 'string' ? displayName : index + 1
        }`,
        objective,
      },
    ];
  });
}

function slugOf(objective: Field): string {
  const displayName = objective.get('displayName').value;
  const slug =
    typeof displayName === 'string'
      ? displayName
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '-')
          .slice(0, longestSuffix)
          .replace(/^-+|-+$/g, '')
      : '';
  // Numbers are for those without a name.
  return /^\d+$/.test(slug) ? '' : slug;
}

/** A fraction; reported when there is nothing that could be missed. */
function readTarget(objective: Field): number | undefined {
  const target = objective.get('target');
  const percent = objective.get('targetPercent');
  const field = target.exists ? target : percent;
  const { value } = field;
  if (typeof value !== 'number') {
    return undefined;
  }
  if (value === 0) {
    field.report(
      'not_supported',
      'is 0, which nothing can miss; expected a target above 0',
    );
    return undefined;
  }
  // A percentage has two digits more than its fraction.
  return target.exists ? value : Number((value / 100).toFixed(12));
}
