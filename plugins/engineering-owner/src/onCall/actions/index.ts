export { AcknowledgeButton } from './AcknowledgeButton';
export { IncidentButtons } from './IncidentButtons';
export { IncidentDialog } from './IncidentDialog';
export { PageOnCallButton } from './PageOnCallButton';
export { useFocusKept } from './useFocusKept';
