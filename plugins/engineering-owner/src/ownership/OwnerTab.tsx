import type { OwnershipResponse } from '@engineering-owner/backstage-plugin-common';
import { Columns, Failure, TabLayout, TabSkeleton } from '../layout';
import { Freshness, StatusLine } from '../status';
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
  const ownership = useOwnership();
  switch (ownership.status) {
    case 'loading':
      return <TabSkeleton />;
    case 'failed':
      return <Failure {...ownership} />;
    default:
      return (
        <Ownership
          ownership={ownership.data}
          refreshError={ownership.refreshError}
        />
      );
  }
};

function Ownership(props: {
  ownership: OwnershipResponse;
  refreshError?: Error;
}) {
  const { ownership, refreshError } = props;
  const t = useT();
  const { owner, primary, deputy, problems, escalation } = ownership;
  const nobody = !owner && !primary && !deputy;
  return (
    <TabLayout>
      <StatusLine
        {...ownershipHeadline(t, ownership)}
        freshness={
          <Freshness asOf={ownership.asOf} reason={refreshError?.message} />
        }
      />
      <Columns
        left={
          <>
            {nobody ? <OwnerEmpty /> : <RolesSection ownership={ownership} />}
            <ResponsibilitySection ownership={ownership} />
            <EscalationSection escalation={escalation} />
          </>
        }
        right={
          <ProblemsSection
            problems={problems}
            entityRef={ownership.entityRef}
          />
        }
      />
    </TabLayout>
  );
}
