import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_SLI_SELECTOR,
  EntityLabels,
  LabelMatcher,
  parseLabelMatchers,
  satisfies,
} from '@engineering-owner/backstage-plugin-common';

/** An entity as labels tell it: its name, and what its SLI selector says. */
export class AlertSubject {
  readonly name: string;
  readonly #selector: LabelMatcher[];

  /** A selector that is not understood tells nothing here; the SLOs tab says so. */
  static of({ metadata }: Entity): AlertSubject {
    const written: unknown = metadata.annotations?.[ANNOTATION_SLI_SELECTOR];
    const selector =
      typeof written === 'string' ? parseLabelMatchers(written) : undefined;
    return new AlertSubject({ name: metadata.name, selector: selector ?? [] });
  }

  constructor(options: { name: string; selector: LabelMatcher[] }) {
    this.name = options.name;
    this.#selector = options.selector;
  }

  /**
   * Whether what names the entity may mean it and not another of that name: no
   * label that its selector is about says otherwise. Labels that are missing
   * say nothing, since alerts have fewer than metrics.
   */
  mayBeMeantBy(labels: Readonly<Record<string, string>>): boolean {
    return this.#selector.every(
      matcher =>
        !Object.hasOwn(labels, matcher.name) || satisfies(labels, matcher),
    );
  }

  /** Labels whose values the entity's alerts have, whichever alerts they are. */
  labels(entityLabel: string): EntityLabels {
    const fixed = this.#selector
      .filter(({ isRegex, isEqual }) => isEqual && !isRegex)
      .map(({ name, value }) => [name, value]);
    return {
      name: { label: entityLabel, value: this.name },
      fixed: Object.fromEntries(fixed),
    };
  }
}
