export {
  onCallRouteRef,
  ownerRouteRef,
  runbooksRouteRef,
  slosRouteRef,
} from './routes';
export { safeUrl } from './safeUrl';
export { useQueryChoice } from './useQueryChoice';
export { useSteadyChoice } from './useSteadyChoice';
export { useTabPath } from './useTabPath';
