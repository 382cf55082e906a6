import { Avatar } from '@backstage/core-components';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { safeUrl } from '../routing';

const useStyles = makeStyles({
  avatar: { flexShrink: 0 },
});

/** A picture, or the initials. Decorative: the name stands beside it. */
export const Face = (props: {
  name: string;
  picture?: string;
  size?: number;
}) => {
  const classes = useStyles();
  const { palette } = useTheme();
  const size = props.size ?? 28;
  return (
    <span aria-hidden className={classes.avatar}>
      <Avatar
        displayName={props.name}
        picture={safeUrl(props.picture)}
        customStyles={{
          width: size,
          height: size,
          fontSize: `${Math.round(size * 0.42)}px`,
          // The platform's colour follows the name; white is unreadable on some.
          color: palette.text.primary,
          backgroundColor: palette.action.selected,
        }}
      />
    </span>
  );
};
