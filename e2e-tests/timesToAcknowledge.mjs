const DAY = 86_400_000;

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Seconds from each trigger to its first acknowledgement by a person: of high
 * urgency at the trigger, created in the last 30 days. Merged incidents and
 * those acknowledged by who created them are left out. Reckoned from the
 * simulator's raw times, apart from the portal's own rules.
 */
export function timesToAcknowledge({ incidents, now }, serviceIds) {
  return incidents
    .filter(
      ({ serviceId, triggeredAt, urgencyAtTrigger, flags, ...incident }) =>
        serviceIds.includes(serviceId) &&
        Date.parse(triggeredAt) >= Date.parse(now) - 30 * DAY &&
        urgencyAtTrigger === 'high' &&
        incident.firstUserAcknowledgement !== null &&
        !flags.merged &&
        !flags.createdByAcknowledger,
    )
    .map(
      ({ triggeredAt, firstUserAcknowledgement }) =>
        (Date.parse(firstUserAcknowledgement.at) - Date.parse(triggeredAt)) /
        1000,
    );
}
