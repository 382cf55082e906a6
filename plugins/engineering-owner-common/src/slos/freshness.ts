import { SloStatus } from './status';

/**
 * The age of a list of SLOs: of each its newest figure, and of those the
 * oldest. Long windows are read every five minutes and short ones every
 * minute; as long as the short ones arrive the list is alive, and every figure
 * carries an age of its own.
 *
 * @returns ISO 8601; undefined before anything was read
 *
 * @public
 */
export function slosAsOf(
  slos: ReadonlyArray<Pick<SloStatus, 'burnRates'> & { asOf?: string }>,
): string | undefined {
  return slos
    .flatMap(slo => {
      const newest = [slo, ...slo.burnRates]
        .flatMap(reading =>
          'asOf' in reading && reading.asOf ? [reading.asOf] : [],
        )
        .sort()
        .at(-1);
      return newest ? [newest] : [];
    })
    .sort()
    .at(0);
}
