import Button from '@material-ui/core/Button';
import Card from '@material-ui/core/Card';
import CardActions from '@material-ui/core/CardActions';
import CardContent from '@material-ui/core/CardContent';
import Typography from '@material-ui/core/Typography';
import { DemoPerson } from './people';

/** One person of the demo and the button that signs them in. */
export const PersonCard = (props: {
  person: DemoPerson;
  onChoose(person: DemoPerson): void;
}) => (
  <Card>
    <CardContent>
      <Typography variant="h5" component="h2">
        {props.person.name}
      </Typography>
      <Typography color="textSecondary">{props.person.may}</Typography>
    </CardContent>
    <CardActions>
      <Button
        color="primary"
        variant="contained"
        onClick={() => props.onChoose(props.person)}
        aria-label={`Sign in as ${props.person.name}, who ${props.person.may}`}
      >
        Sign in
      </Button>
    </CardActions>
  </Card>
);
