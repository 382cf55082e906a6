import type { Theme } from '@material-ui/core/styles';
import type { Tone } from './tone';

/** The theme's own status colours; grey for what is not known. */
export function toneColour(theme: Theme, tone: Tone): string {
  const { status } = theme.palette;
  switch (tone) {
    case 'act_now':
      return status.error;
    case 'look_today':
      return status.warning;
    case 'fine':
      return status.ok;
    default:
      return status.aborted;
  }
}
