import type { OnCallPortfolio } from '@engineering-owner/backstage-plugin-common';
import { Section } from '../layout';
import { StatusWord } from '../status';
import { useT } from '../translation';
import { UnpagedEntities } from './UnpagedEntities';

/** Of all that belongs here, what would page nobody. */
export const WithoutPaging = ({
  portfolio,
}: {
  portfolio: OnCallPortfolio;
}) => {
  const t = useT();
  return portfolio.withoutService.n > 0 ? (
    <Section title={t('onCall.unpaged.title')}>
      <StatusWord tone="look_today">
        {t('onCall.unpaged.sentence', {
          n: `${portfolio.withoutService.n}`,
          count: portfolio.entities,
        })}
      </StatusWord>
      <UnpagedEntities portfolio={portfolio} />
    </Section>
  ) : null;
};
