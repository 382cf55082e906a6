import { DateTime, IANAZone } from 'luxon';
import { OnCallPeriod } from './period';

/** Times of a hand-over by the reader's clock. */
export class HandoverClock {
  readonly #zone: string;
  readonly #from: DateTime;
  readonly #to: DateTime;
  readonly #offset: string;

  constructor(period: OnCallPeriod, timeZone: string) {
    this.#zone = timeZone && IANAZone.isValidZone(timeZone) ? timeZone : 'UTC';
    this.#from = this.#read(period.from);
    this.#to = this.#read(period.to);
    // Where clocks change in between, an hour may be there twice.
    this.#offset = this.#from.offset === this.#to.offset ? '' : ' ZZ';
  }

  /** `Mon 2 Mar 2026 09:00 to Mon 9 Mar 2026 09:00 (Europe/Berlin)` */
  period(): string {
    const text = (time: DateTime) => this.#text(time, 'ccc d LLL yyyy HH:mm');
    return `${text(this.#from)} to ${text(this.#to)} (${this.#zone})`;
  }

  /** `Mon 2 Mar 09:00`, with the year where it is another one. */
  time(iso: string): string {
    const time = this.#read(iso);
    const year = time.year === this.#to.year ? '' : ' yyyy';
    return this.#text(time, `ccc d LLL${year} HH:mm`);
  }

  #read(iso: string): DateTime {
    return DateTime.fromMillis(Date.parse(iso), {
      zone: this.#zone,
      locale: 'en-US',
    });
  }

  #text(time: DateTime, format: string): string {
    return time.isValid
      ? time.toFormat(`${format}${this.#offset}`)
      : '(time not known)';
  }
}

/** `45 s`, `4 min`, `2 h 5 min`, `5 d 3 h`; rounded down. */
export function durationText(seconds: number): string {
  const units = [
    { unit: 'd', length: 86400 },
    { unit: 'h', length: 3600 },
    { unit: 'min', length: 60 },
    { unit: 's', length: 1 },
  ];
  const first = units.findIndex(({ length }) => seconds >= length);
  if (first === -1) {
    return '0 s';
  }
  const { unit, length } = units[first];
  const whole = `${Math.floor(seconds / length)} ${unit}`;
  const next = units[first + 1];
  const rest = next ? Math.floor((seconds % length) / next.length) : 0;
  // Seconds matter below a minute only.
  return rest > 0 && next.unit !== 's'
    ? `${whole} ${rest} ${next.unit}`
    : whole;
}

/** `12.5 %`, with a real minus; `not known` for none. */
export function percentText(ratio: number | undefined): string {
  if (ratio === undefined || !Number.isFinite(ratio * 1000)) {
    return 'not known';
  }
  const percent = Math.round(ratio * 1000) / 10;
  return `${percent < 0 ? '−' : ''}${Math.abs(percent)} %`;
}
