import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { OnCallPerson } from '@engineering-owner/backstage-plugin-common';
import { OutLink } from '../layout';

/** A person's name, leading to the catalog if they are in it, else to the on-call system. */
export const PersonName = ({ person }: { person: OnCallPerson }) =>
  person.entityRef ? (
    <EntityRefLink entityRef={person.entityRef}>{person.name}</EntityRefLink>
  ) : (
    <OutLink to={person.url}>{person.name}</OutLink>
  );
