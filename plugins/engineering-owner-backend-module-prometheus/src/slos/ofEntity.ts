import { quote } from '../promql/text';
import { byEntity } from './legs';

/**
 * One entity's number of a vector that any query brought. The label may come
 * from the query itself, so it is compared on the answer: only series with
 * exactly this value have it copied.
 */
export function ofEntity(
  vector: string,
  entityLabel: string,
  entity: string,
): string {
  const sum = byEntity('sum', vector, entityLabel);
  if (entityLabel === '') {
    return sum;
  }
  const wanted = `label_replace(vector(1), "${entityLabel}", ${quote(
    entity.replace(/\$/g, '$$$$'),
  )}, "", "")`;
  return `sum(${sum} and on (${entityLabel}) ${wanted})`;
}
