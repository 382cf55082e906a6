import { ChoiceToggle } from '../layout';
import { useQueryChoice } from '../routing';
import { useT } from '../translation';

const URGENCIES = ['any', 'high', 'low'] as const;
const STATES = ['resolved', 'open', 'all'] as const;

/** Which incidents the query string asks for, and how to ask for others. */
export function useIncidentFilter() {
  const t = useT();
  const [chosenUrgency, chooseUrgency] = useQueryChoice('urgency');
  const [chosenState, chooseState] = useQueryChoice('state');
  const urgency = URGENCIES.find(each => each === chosenUrgency) ?? 'any';
  const state = STATES.find(each => each === chosenState) ?? 'resolved';
  const nameOf = (choice: string) => {
    const known = [...URGENCIES, ...STATES].find(each => each === choice);
    return known ? t(`onCall.recent.filter.${known}`) : choice;
  };
  return {
    urgency,
    state,
    filters: (
      <>
        <ChoiceToggle
          label={t('onCall.recent.filterUrgency')}
          choices={URGENCIES}
          nameOf={nameOf}
          chosen={urgency}
          onChoose={chooseUrgency}
        />
        <ChoiceToggle
          label={t('onCall.recent.filterState')}
          choices={STATES}
          nameOf={nameOf}
          chosen={state}
          onChoose={chooseState}
        />
      </>
    ),
  };
}
