import type {
  MayAct,
  NotActingReason,
} from '@engineering-owner/backstage-plugin-common';
import type { T } from '../../translation';

/** Why somebody may not act, and what would help; nothing where they may. */
export function notActingText(
  t: T,
  may: MayAct,
  vendor: string,
): string | undefined {
  if (may.act) {
    return undefined;
  }
  return isKnown(may.reason)
    ? t(`onCall.act.not.${may.reason}`, { vendor })
    : t('onCall.act.not.other', { reason: may.reason });
}

const KNOWN: Record<NotActingReason, true> = {
  users_only: true,
  permission: true,
  undecided: true,
  no_user: true,
  no_email: true,
  no_service: true,
  read_only: true,
  refused: true,
};

/** A newer backend may have reasons of its own. */
function isKnown(reason: string): reason is NotActingReason {
  return Object.hasOwn(KNOWN, reason);
}
