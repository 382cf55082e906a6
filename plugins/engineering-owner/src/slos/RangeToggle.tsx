import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import { makeStyles } from '@material-ui/core/styles';
import { useT } from '../translation';
import type { RangeChoice } from './historyRange';

const useStyles = makeStyles({ button: { textTransform: 'none' } });

/** The ranges as buttons beside each other, the chosen one pressed. */
export const RangeToggle = (props: {
  choices: RangeChoice[];
  chosen: string;
  onChoose: (name: string) => void;
}) => {
  const t = useT();
  const classes = useStyles();
  return (
    <ButtonGroup size="small" aria-label={t('slos.chart.range')}>
      {props.choices.map(({ name }) => (
        <Button
          key={name}
          className={classes.button}
          aria-pressed={name === props.chosen}
          variant={name === props.chosen ? 'contained' : 'outlined'}
          color={name === props.chosen ? 'primary' : 'default'}
          onClick={() => props.onChoose(name)}
        >
          {name}
        </Button>
      ))}
    </ButtonGroup>
  );
};
