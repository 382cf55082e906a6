export { AcknowledgeButton } from './AcknowledgeButton';
export { IncidentButtons } from './IncidentButtons';
export { IncidentDialog } from './IncidentDialog';
export { PageOnCallButton } from './PageOnCallButton';
export { PageOnCallDialog } from './PageOnCallDialog';
export { useFocusKept } from './useFocusKept';
export { useIncidentChange } from './useIncidentChange';
