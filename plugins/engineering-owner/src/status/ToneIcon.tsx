import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import { useTheme } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorIcon from '@material-ui/icons/Error';
import HelpIcon from '@material-ui/icons/HelpOutline';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { ComponentType } from 'react';
import type { Tone } from './tone';
import { toneColour } from './toneColour';

const ICONS: Record<Tone, ComponentType<SvgIconProps>> = {
  act_now: ErrorIcon,
  look_today: WarningIcon,
  fine: CheckCircleIcon,
  unknown: HelpIcon,
};

/**
 * A tone as a shape and a colour. Decorative: the words beside it say the same
 * to a screen reader and to people who do not see the colour.
 */
export const ToneIcon = (props: {
  tone: Tone;
  size?: 'small' | 'inherit' | 'medium';
}) => {
  const theme = useTheme();
  const Icon = ICONS[props.tone];
  return (
    <Icon
      aria-hidden
      fontSize={props.size ?? 'small'}
      data-tone={props.tone}
      style={{ color: toneColour(theme, props.tone), flexShrink: 0 }}
    />
  );
};
