import {
  Answered,
  PrometheusClient,
  Sample,
  Series,
} from '../../client/PrometheusClient';
import { Queries } from '../../client/Queries';
import { askAlone, mostMembers, Packer } from './Packer';
import { Suspects } from './Suspects';

/**
 * Asks a Prometheus for many small queries in few requests. Only queries that
 * are evaluated at the same times share one, and only those of one `kind`, so
 * that a short stretch does not wait for a long one.
 */
export class PackedQueries {
  private readonly instant = new Map<string, Packer<Sample>>();
  private readonly ranges = new Map<string, Packer<Series>>();
  private readonly suspects = new Suspects();

  constructor(private readonly client: PrometheusClient) {}

  /**
   * The queries of one kind, for example over stretches of one length.
   *
   * @param member - whose they are: what is wrong with one of its queries may be
   *   wrong with all
   */
  of(kind: string, member: string): Queries {
    const { client } = this;
    return {
      labelNames: (...asked) => client.labelNames(...asked),
      query: (query, at, signal) =>
        this.pack(
          this.instant,
          `${kind} ${at.getTime()}`,
          (its, inner) => client.query(its, at, inner),
          { member, expression: query, signal },
        ),
      queryRange: (query, range, signal) =>
        this.pack(
          this.ranges,
          [
            kind,
            range.from.getTime(),
            range.to.getTime(),
            range.stepSeconds,
          ].join(' '),
          (its, inner) => client.queryRange(its, range, inner),
          { member, expression: query, signal },
        ),
    };
  }

  private pack<T extends { labels: Record<string, string> }>(
    packers: Map<string, Packer<T>>,
    kind: string,
    ask: (query: string, signal: AbortSignal) => Promise<Answered<T[]>>,
    wanted: { member: string; expression: string; signal: AbortSignal },
  ): Promise<Answered<T[]>> {
    const { member, expression, signal } = wanted;
    const most = Math.min(mostMembers, this.suspects.mostTogether(member));
    if (most === 1) {
      return askAlone(ask, wanted, this.suspects);
    }
    const key = `${kind} ${most}`;
    const packer =
      packers.get(key) ??
      new Packer(ask, this.suspects, () => packers.delete(key), most);
    packers.set(key, packer);
    return packer.query(expression, signal, member);
  }
}
