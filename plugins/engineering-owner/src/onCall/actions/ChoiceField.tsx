import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

/** One of a few choices, as the browser's own list. */
export const ChoiceField = (props: {
  label: string;
  chosen: string;
  choices: ReadonlyArray<readonly [value: string, name: string]>;
  help?: string;
  onChoose: (value: string) => void;
}) => (
  <TextField
    select
    fullWidth
    id={useId()}
    size="small"
    variant="outlined"
    label={props.label}
    helperText={props.help}
    value={props.chosen}
    onChange={event => props.onChoose(event.target.value)}
    InputLabelProps={{ shrink: true }}
    SelectProps={{ native: true }}
  >
    {props.choices.map(([value, name]) => (
      <option key={value} value={value}>
        {name}
      </option>
    ))}
  </TextField>
);
