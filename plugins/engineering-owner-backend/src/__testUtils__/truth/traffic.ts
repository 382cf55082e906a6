import { EventCounts } from '@engineering-owner/backstage-plugin-common';
import { Random } from './Random';

const MINUTE = 60;
const DAY = 86_400;

/** A stretch in which a share of the events was bad. */
export interface Incident {
  from: number;
  to: number;
  errorRatio: number;
}

export interface Traffic {
  /** Events a minute, on average over a day. */
  perMinute: number;
  /** Share of bad events without incidents. */
  errorRatio: number;
  incidents?: Incident[];
  /** No events outside of [from, to). */
  from?: number;
  to?: number;
}

/** Draws what happens in a minute: more by day than by night, bad in incidents. */
export function trafficOf(
  random: Random,
  traffic: Traffic,
): (time: number) => EventCounts {
  const { perMinute, errorRatio, incidents = [] } = traffic;
  const { from = -Infinity, to = Infinity } = traffic;
  const busiest = random.between(0, DAY);
  return time => {
    const middle = time + MINUTE / 2;
    if (middle < from || middle >= to) {
      return { bad: 0, total: 0 };
    }
    const wave = 1 + 0.8 * Math.cos((2 * Math.PI * (time - busiest)) / DAY);
    const total = random.poisson(perMinute * wave);
    const incident = incidents.find(
      each => middle >= each.from && middle < each.to,
    );
    const ratio = incident?.errorRatio ?? errorRatio;
    const bad = ratio >= 1 ? total : random.poisson(total * ratio);
    return { total, bad: Math.min(bad, total) };
  };
}
