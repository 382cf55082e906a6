export {
  onCallRouteRef,
  ownerRouteRef,
  runbooksRouteRef,
  slosRouteRef,
} from './routes';
export { safeUrl } from './safeUrl';
export { useQueryChoice } from './useQueryChoice';
export { useSteadyChoice } from './useSteadyChoice';
export { useTabOfEntity } from './useTabOfEntity';
export { useTabPath } from './useTabPath';
