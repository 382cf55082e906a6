/** An objective for every service, in app-config.yaml. */
export const TEMPLATE = `engineeringOwner:
  slos:
    templates:
      - name: availability
        filter: {kind: component, spec.type: service}
        prometheus: default
        entityLabel: service
        indicator:
          ratio: {total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}'}
        objective: 99.9
        window: 30d`;

export const SELECTOR = `metadata:
  annotations:
    engineering-owner/sli-selector: 'namespace="shop"'`;

export const SLOS_ANNOTATION = `metadata:
  annotations:
    engineering-owner/slos: slos.yaml`;

/** The least that an OpenSLO document of one entity says. */
export function openSloDocument(entityName: string): string {
  return `apiVersion: openslo/v1
kind: SLO
metadata:
  name: availability
  displayName: Availability
spec:
  service: ${entityName}
  indicator:
    metadata:
      name: availability
    spec:
      ratioMetric:
        counter: true
        bad:
          metricSource:
            type: Prometheus
            spec:
              query: http_requests_total{service="${entityName}",code=~"5.."}
        total:
          metricSource:
            type: Prometheus
            spec:
              query: http_requests_total{service="${entityName}"}
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: 0.999`;
}
