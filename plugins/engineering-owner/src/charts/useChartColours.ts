import { type Theme, useTheme } from '@material-ui/core/styles';

/** Colours of lines and bands, from the theme, readable in both of its modes. */
export function chartColours({ palette }: Theme) {
  const dark = palette.type === 'dark';
  return {
    main: dark ? palette.primary.light : palette.primary.main,
    bad: palette.status.error,
    limit: palette.status.warning,
    quiet: palette.text.secondary,
    grid: palette.divider,
  };
}

export function useChartColours() {
  return chartColours(useTheme());
}
