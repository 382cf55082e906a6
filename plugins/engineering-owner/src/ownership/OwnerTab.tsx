import type { OwnershipResponse } from '@engineering-owner/backstage-plugin-common';
import { Columns, EntityTab } from '../layout';
import { sectionReason } from '../status';
import { useT } from '../translation';
import { EscalationSection } from './EscalationSection';
import { OwnerEmpty } from './OwnerEmpty';
import { ownershipHeadline } from './ownershipHeadline';
import { ProblemsSection } from './ProblemsSection';
import { ResponsibilitySection } from './ResponsibilitySection';
import { RolesSection } from './RolesSection';
import { useOwnership } from './useOwnership';

/** The Owner tab of an entity. */
export const OwnerTab = () => {
  const t = useT();
  return (
    <EntityTab
      result={useOwnership()}
      content={(ownership, now) => ({
        headline: ownershipHeadline(t, ownership, now),
        freshness: freshnessOf(ownership),
        body: <Ownership ownership={ownership} />,
      })}
    />
  );
};

/** As old as the catalog was read, or as the escalation when that is too long ago. */
function freshnessOf({ asOf, escalation, sections }: OwnershipResponse) {
  const section = sections.escalation;
  return escalation.length > 0 && section.state === 'stale'
    ? { asOf: section.asOf, reason: sectionReason(section) }
    : { asOf };
}

function Ownership({ ownership }: { ownership: OwnershipResponse }) {
  const { owner, primary, deputy, problems, escalation } = ownership;
  const { escalation: section } = ownership.sections;
  const nobody = !owner && !primary && !deputy;
  return (
    <Columns
      left={
        <>
          {nobody ? <OwnerEmpty /> : <RolesSection ownership={ownership} />}
          <ResponsibilitySection ownership={ownership} />
          <EscalationSection escalation={escalation} section={section} />
        </>
      }
      right={
        <ProblemsSection
          problems={problems}
          entityRef={ownership.entityRef}
          known={section.state !== 'stale' && section.state !== 'pending'}
        />
      }
    />
  );
}
