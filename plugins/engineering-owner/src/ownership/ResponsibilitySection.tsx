import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  Boundary,
  OwnershipResponse,
  OwnOrInherited,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { OutLink, Section, useListStyles } from '../layout';
import { type T, useT } from '../translation';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(1, 3),
    margin: 0,
  },
  term: { color: theme.palette.text.secondary },
  value: { margin: 0, overflowWrap: 'anywhere' },
}));

const PATTERNS = [
  'service-first',
  'product-squad',
  'platform-adjacent',
  'shared-steward',
  'gitops',
  'serverless-hybrid',
] as const;
const TIERS = ['1', '2', '3', '4'] as const;

function patternText(t: T, value: string): string {
  const known = PATTERNS.find(pattern => pattern === value);
  return known ? t(`ownership.facts.patterns.${known}`) : value;
}

function tierText(t: T, value: string): string {
  const known = TIERS.find(tier => tier === value);
  return known ? t(`ownership.facts.tiers.tier${known}`) : value;
}

/** What is inside the responsibility, how critical it is, how it is shared. */
export const ResponsibilitySection = ({
  ownership: { boundary, tier, pattern },
}: {
  ownership: OwnershipResponse;
}) => {
  const t = useT();
  const classes = useStyles();
  return (
    <Section title={t('ownership.facts.title')}>
      <dl className={classes.facts}>
        <Fact name={t('ownership.facts.boundary')}>
          {boundary && <BoundaryText boundary={boundary} />}
        </Fact>
        <Fact name={t('ownership.facts.tier')}>
          {tier && <Inheritable fact={tier} text={tierText(t, tier.value)} />}
        </Fact>
        <Fact name={t('ownership.facts.pattern')}>
          {pattern && (
            <Inheritable fact={pattern} text={patternText(t, pattern.value)} />
          )}
        </Fact>
      </dl>
    </Section>
  );
};

function Fact(props: { name: string; children: ReactNode }) {
  const t = useT();
  const classes = useStyles();
  const lists = useListStyles();
  return (
    <>
      <dt className={classes.term}>{props.name}</dt>
      <dd className={classes.value}>
        {props.children || (
          <span className={lists.context}>
            {t('ownership.facts.notStated')}
          </span>
        )}
      </dd>
    </>
  );
}

function BoundaryText({ boundary }: { boundary: Boundary }) {
  return boundary.kind === 'url' ? (
    <OutLink to={boundary.url}>{boundary.url}</OutLink>
  ) : (
    <>{boundary.text}</>
  );
}

function Inheritable(props: { fact: OwnOrInherited<string>; text: string }) {
  const t = useT();
  const lists = useListStyles();
  const { inheritedFrom } = props.fact;
  return (
    <>
      {props.text}
      {inheritedFrom && (
        <span className={lists.context}>
          {' '}
          {t('ownership.facts.inherited', {
            entity: <EntityRefLink entityRef={inheritedFrom} />,
          })}
        </span>
      )}
    </>
  );
}
