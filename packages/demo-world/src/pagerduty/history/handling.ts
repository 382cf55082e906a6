import { AccountService } from '../account/account';
import { IncidentScript, minutes, seconds } from './incidentScript';

/** Minutes to the acknowledgement and from there to the resolve. */
export interface Handling {
  acknowledgedAfterSeconds: number;
  resolvedAfterMinutes: number;
}

/**
 * Somebody answers and works on it. Where acknowledgements lapse, work that
 * takes longer has to be acknowledged again and again.
 */
export function handled(
  script: IncidentScript,
  service: AccountService,
  { acknowledgedAfterSeconds, resolvedAfterMinutes }: Handling,
): IncidentScript {
  script.unanswered(seconds(acknowledgedAfterSeconds)).acknowledge();
  const lapse = service.acknowledgementTimeout;
  let left = minutes(resolvedAfterMinutes);
  while (lapse !== null && left >= seconds(lapse)) {
    script
      .wait(seconds(lapse))
      .acknowledgementTimesOut()
      .unanswered(minutes(2))
      .acknowledge();
    left -= seconds(lapse) + minutes(2);
  }
  return script.wait(Math.max(left, seconds(60))).resolve();
}
