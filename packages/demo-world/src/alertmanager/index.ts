export { silenceForDemo } from './demoSilences';
export {
  startAlertmanager,
  whyNoAlertmanager,
  type FiredAlert,
  type PostedMatcher,
  type RunningAlertmanager,
} from './startAlertmanager';
