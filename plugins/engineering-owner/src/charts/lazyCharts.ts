import { lazy } from 'react';

// recharts weighs more than the rest of the tab together, so it loads only when
// a chart shows.

export const BurnDownChart = lazy(() =>
  import('./BurnDownChart').then(module => ({ default: module.BurnDownChart })),
);

export const ErrorCharts = lazy(() =>
  import('./ErrorCharts').then(module => ({ default: module.ErrorCharts })),
);

export const ResponseTimeChart = lazy(() =>
  import('./ResponseTimeChart').then(module => ({
    default: module.ResponseTimeChart,
  })),
);

export const LatencyChart = lazy(() =>
  import('./LatencyChart').then(module => ({ default: module.LatencyChart })),
);
