/** Heights in pixels; placeholders keep them while a chart loads. */
export const CHART_HEIGHT = {
  burnDown: 260,
  errorRatio: 170,
  traffic: 130,
  latency: 200,
  responseTimes: 180,
} as const;
