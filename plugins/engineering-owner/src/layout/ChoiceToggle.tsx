import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  group: { alignSelf: 'flex-start', maxWidth: '100%', flexWrap: 'wrap' },
  button: { textTransform: 'none', padding: theme.spacing(0.5, 1.25) },
}));

/** A few choices as buttons beside each other, the chosen one pressed. */
export const ChoiceToggle = (props: {
  label: string;
  choices: readonly string[];
  /** What a choice is called; itself when left out. */
  nameOf?: (choice: string) => string;
  chosen: string;
  onChoose: (choice: string) => void;
}) => {
  const classes = useStyles();
  return (
    <ButtonGroup
      size="small"
      disableElevation
      className={classes.group}
      aria-label={props.label}
    >
      {props.choices.map(choice => (
        <Button
          key={choice}
          className={classes.button}
          aria-pressed={choice === props.chosen}
          variant={choice === props.chosen ? 'contained' : 'outlined'}
          color={choice === props.chosen ? 'primary' : 'default'}
          onClick={() => props.onChoose(choice)}
        >
          {props.nameOf?.(choice) ?? choice}
        </Button>
      ))}
    </ButtonGroup>
  );
};
