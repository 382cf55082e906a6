import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { commaSeparated } from './commaSeparated';
import { Declared } from './parsedRoles';
import {
  ownershipProblem,
  OwnershipProblem,
  OwnershipProblemDetails,
} from './problems';
import { quoteValue } from './quoteValue';

/**
 * More than any sensible value has; a catalog file may hold megabytes, and
 * what is read here ends up in every answer.
 */
const MAX_LENGTH = 10_000;

/** Reads the annotations of one entity and collects what is wrong with them. */
export class AnnotationReader {
  readonly entityRef: string;
  readonly problems: OwnershipProblem[] = [];

  constructor(private readonly entity: Entity) {
    this.entityRef = stringifyEntityRef(entity);
  }

  report(details: OwnershipProblemDetails) {
    this.problems.push(ownershipProblem(details));
  }

  /**
   * One annotation as trimmed text, given to `parse`, which answers undefined
   * (and reports) when it cannot use it. An empty annotation counts as absent,
   * with a warning, so that the entity still inherits.
   */
  read<T>(
    annotation: string,
    parse: (text: string) => T | undefined,
  ): Declared<T> {
    const { entityRef } = this;
    // The type promises strings; answers of other people's catalogs do not.
    const value: unknown = this.entity.metadata.annotations?.[annotation];
    if (value === undefined) {
      return { state: 'absent' };
    }
    if (!['string', 'number', 'boolean'].includes(typeof value)) {
      const found = Array.isArray(value) ? 'list' : typeof value;
      this.report({
        code: 'annotation_not_text',
        params: { entityRef, annotation, found },
      });
      return { state: 'invalid' };
    }
    const text = String(value).trim();
    if (text === '') {
      this.report({
        code: 'annotation_empty',
        params: { entityRef, annotation },
      });
      return { state: 'absent' };
    }
    if (text.length > MAX_LENGTH) {
      this.report({
        code: 'annotation_too_long',
        params: {
          entityRef,
          annotation,
          length: text.length,
          maxLength: MAX_LENGTH,
        },
      });
      return { state: 'invalid' };
    }
    const parsed = parse(text);
    return parsed === undefined
      ? { state: 'invalid' }
      : { state: 'declared', value: parsed };
  }

  readOneOf<T extends string>(
    annotation: string,
    allowed: readonly T[],
    code: 'tier_unknown' | 'pattern_unknown',
  ): Declared<T> {
    return this.read(annotation, text => {
      const found = allowed.find(each => each === text);
      if (found === undefined) {
        this.report({
          code,
          params: {
            entityRef: this.entityRef,
            annotation,
            value: quoteValue(text),
            allowed: allowed.join(', '),
          },
        });
      }
      return found;
    });
  }

  /** The good entries of a list; invalid as a whole when there is none. */
  readList(
    annotation: string,
    code: 'pagerduty_service_id_invalid' | 'document_location_invalid',
    isValid: (entry: string) => boolean,
  ): Declared<string[]> {
    return this.read(annotation, text => {
      const entries = commaSeparated(text);
      // Commas alone leave nothing to quote but the whole.
      const bad =
        entries.length > 0 ? entries.filter(e => !isValid(e)) : [text];
      for (const entry of bad) {
        this.report({
          code,
          params: {
            entityRef: this.entityRef,
            annotation,
            value: quoteValue(entry),
          },
        });
      }
      const good = entries.filter(isValid);
      return good.length > 0 ? good : undefined;
    });
  }
}
