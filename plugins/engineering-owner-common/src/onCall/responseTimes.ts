import { durationFigures } from './durations';
import { IncidentRecord } from './incidentRecord';
import {
  areFew,
  measureAcknowledgements,
  MeasuredResponses,
  measureResolutions,
} from './measuredResponses';
import { ResponseTimes } from './status';

/**
 * Time to acknowledge, of incidents that were of high urgency when triggered.
 * The cohort is what it is given: the caller chooses incidents by creation.
 *
 * Left out, each with its count: `low_urgency`, `merged` (its work went on in
 * another incident), and the reasons of {@link firstAcknowledgement}.
 *
 * @public
 */
export function acknowledgementTimes(
  cohort: IncidentRecord[],
  options: { targetSeconds: number },
): ResponseTimes {
  return summarise(measureAcknowledgements(cohort), options.targetSeconds);
}

/**
 * Time to resolve, of incidents of both urgencies; the target is for those
 * that were of high urgency when triggered. The cohort is what it is given: the
 * caller chooses incidents by their last resolve.
 *
 * Left out, each with its count: `merged`, `auto_resolved` (reported apart in
 * `autoResolved`), and the reasons of {@link timeToResolve}.
 *
 * @public
 */
export function resolutionTimes(
  cohort: IncidentRecord[],
  options: { targetSeconds: number },
): ResponseTimes {
  const { automatic, ...responses } = measureResolutions(cohort);
  return {
    ...summarise(responses, options.targetSeconds),
    autoResolved: { n: automatic.length, figures: durationFigures(automatic) },
  };
}

function summarise(
  { measured, excluded }: MeasuredResponses,
  targetSeconds: number,
): ResponseTimes {
  const targeted = measured.filter(each => each.targeted);
  return {
    n: measured.length,
    figures: durationFigures(measured.map(each => each.seconds)),
    fewIncidents: areFew(measured),
    excluded,
    targetSeconds,
    withinTarget: {
      n: targeted.filter(each => each.seconds <= targetSeconds).length,
      of: targeted.length,
    },
  };
}
