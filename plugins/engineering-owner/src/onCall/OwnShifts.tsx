import type { OwnShift } from '@engineering-owner/backstage-plugin-common';
import Typography from '@material-ui/core/Typography';
import { formatTime, useNow } from '../figures';
import { Facts, Section, useListStyles, VendorLink } from '../layout';
import { StatusWord } from '../status';
import { type T, useT } from '../translation';
import { hasBegun } from './hasBegun';

/** When a person is on call in the coming four weeks, in the reader's zone. */
export const OwnShifts = ({ shifts }: { shifts: OwnShift[] }) => {
  const t = useT();
  const now = useNow(60);
  const classes = useListStyles();
  return (
    <Section title={t('onCall.shifts.title')}>
      {shifts.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('onCall.shifts.none')}
        </Typography>
      ) : (
        <ul className={classes.list}>
          {shifts.map(shift => (
            <li
              key={`${shift.source.name} ${shift.policy.id} ${shift.level} ${shift.schedule?.id} ${shift.from}`}
              className={classes.item}
            >
              <div className={classes.body}>
                <div>
                  {hasBegun(shift, now) ? (
                    <StatusWord tone="fine">
                      {t('onCall.shifts.now')} {timesOf(t, shift, now)}
                    </StatusWord>
                  ) : (
                    timesOf(t, shift, now)
                  )}
                </div>
                <div className={classes.context}>
                  <Facts>
                    <VendorLink
                      to={shift.policy.url}
                      name={shift.policy.name}
                      sourceType={shift.source.type}
                    />
                    {t('onCall.who.level', { level: `${shift.level}` })}
                    {shift.schedule?.name}
                  </Facts>
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};

function timesOf(t: T, shift: OwnShift, now: Date): string {
  const { from, to } = shift;
  if (to === null) {
    return t('onCall.shifts.always');
  }
  return from === null || hasBegun(shift, now)
    ? t('onCall.shifts.until', { to: formatTime(to, now) })
    : t('onCall.shifts.from', {
        from: formatTime(from, now),
        to: formatTime(to, now),
      });
}
