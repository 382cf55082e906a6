import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import {
  type OnCallResponse,
  openSince,
} from '@engineering-owner/backstage-plugin-common';
import Typography from '@material-ui/core/Typography';
import { useQuery } from '@tanstack/react-query';
import { engineeringOwnerApiRef } from '../api';
import { formatAge, formatTime, useNow } from '../figures';
import { LineFailure, LineSkeleton, OutLink, useListStyles } from '../layout';
import {
  queryClientOf,
  REFRESH_EVERY,
  toQueryResult,
  useOnCallSignals,
} from '../query';
import { onCallRouteRef, useTabOfEntity } from '../routing';
import { StatusWord, ToneIcon } from '../status';
import { useT } from '../translation';
import { hasBegun } from './hasBegun';
import { incidentTone } from './incidentTone';

/** Open incidents that are named; the page of the person has all. */
const MOST = 5;

/**
 * Whether the person who is signed in is on call, and what is open of what they
 * and their groups own: for a home page.
 */
export const OnCallMine = () => {
  const t = useT();
  const api = useApi(engineeringOwnerApiRef);
  const identity = useApi(identityApiRef);
  const client = queryClientOf(api);
  const query = useQuery(
    {
      queryKey: ['on-call', 'mine'],
      queryFn: async ({ signal }) => {
        const { userEntityRef } = await identity.getBackstageIdentity();
        return api.getOnCall(parseEntityRef(userEntityRef), { signal });
      },
      refetchInterval: REFRESH_EVERY,
      retry: false,
    },
    client,
  );
  useOnCallSignals(query.data?.services, () => {
    query.refetch();
  });
  const result = toQueryResult(query);
  switch (result.status) {
    case 'loading':
      return <LineSkeleton />;
    case 'failed':
      return isNobody(result.error) ? (
        <Typography variant="body2">{t('onCall.mine.guest')}</Typography>
      ) : (
        <LineFailure {...result} />
      );
    default:
      return <Mine response={result.data} />;
  }
};

/** Whoever is signed in without a User entity has no page of their own. */
function isNobody(error: Error): boolean {
  return 'statusCode' in error && error.statusCode === 404;
}

function Mine({ response }: { response: OnCallResponse }) {
  const t = useT();
  const now = useNow(60);
  const classes = useListStyles();
  const tab = useTabOfEntity(onCallRouteRef, response.entityRef);
  const { open } = response.incidents;
  return (
    <div>
      <div>
        <ShiftLine response={response} now={now} />
      </div>
      <div>
        <IncidentLine response={response} now={now} />
      </div>
      {open.length > 0 && (
        <ul className={classes.list} aria-label={t('onCall.now.list')}>
          {open.slice(0, MOST).map(incident => (
            <li
              key={`${incident.source.name} ${incident.id}`}
              className={classes.item}
            >
              <ToneIcon tone={incidentTone(incident)} />
              <div className={classes.body}>
                <OutLink to={incident.url}>{incident.title}</OutLink>{' '}
                <span className={classes.context}>
                  {t('onCall.now.open', {
                    age: formatAge(openSince(incident), now),
                  })}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Link to={tab}>{t('onCall.mine.all')}</Link>
    </div>
  );
}

interface LineProps {
  response: OnCallResponse;
  now: Date;
}

/** When the reader is on call; known even where nothing is theirs. */
function ShiftLine({ response, now }: LineProps) {
  const t = useT();
  const { shifts = [], sections } = response;
  const current = shifts.find(shift => hasBegun(shift, now));
  if (current) {
    return (
      <StatusWord tone="fine">
        {current.to === null
          ? t('onCall.mine.meAlways')
          : t('onCall.mine.me', { to: formatTime(current.to, now) })}
      </StatusWord>
    );
  }
  const next = shifts.at(0)?.from;
  if (!next && sections.escalation.state === 'pending') {
    return (
      <StatusWord tone="unknown">{t('onCall.mine.shiftsUnknown')}</StatusWord>
    );
  }
  return (
    <Typography variant="body2">
      {next
        ? t('onCall.mine.next', { from: formatTime(next, now) })
        : t('onCall.mine.notMe')}
    </Typography>
  );
}

/** What is open of theirs. Where nothing pages, nothing is quiet either. */
function IncidentLine({ response, now }: LineProps) {
  const t = useT();
  const { open } = response.incidents;
  const { state, problem, asOf } = response.sections.incidents;
  if (response.services.length === 0 && open.length === 0) {
    return <Typography variant="body2">{t('onCall.mine.nothing')}</Typography>;
  }
  if (state !== 'ok') {
    return (
      <StatusWord tone="unknown">
        {problem?.message ??
          (asOf
            ? t('onCall.card.stale', { asOf: formatTime(asOf, now) })
            : t('onCall.card.pending'))}
      </StatusWord>
    );
  }
  return (
    <StatusWord tone={toneOf(response)}>
      {open.length > 0
        ? t('onCall.mine.open', { count: open.length })
        : t('onCall.mine.quiet')}
    </StatusWord>
  );
}

function toneOf({ incidents }: OnCallResponse) {
  const tones = incidents.open.map(incidentTone);
  if (tones.includes('act_now')) {
    return 'act_now';
  }
  return tones.length > 0 ? 'look_today' : 'fine';
}
