import { FilterPredicate } from '@backstage/filter-predicates';
import { JsonObject } from '@backstage/types';
import {
  SloWindow,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';

/** One definition in app-config that covers every entity its filter matches. */
export interface SloTemplate {
  name: string;
  title: string;
  /** Where it stands, for example `engineeringOwner.slos.templates[0]`. */
  place: string;
  filter: FilterPredicate;
  /** Absent: the only instance there is, or the one called `default`. */
  source?: SourceRef;
  /** The metric label that tells the entities apart. */
  entityLabel: string;
  /** Path in the entity to the label's value, for example `metadata.name`. */
  entityValue: string;
  indicator: JsonObject;
  /** Fraction, for example 0.999. */
  objective: number;
  window: SloWindow;
  /** Name of an alert policy; absent: the general one. */
  alerting?: string;
}
