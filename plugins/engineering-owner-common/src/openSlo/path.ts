import { OpenSloPath } from './model';

const plain = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const longestKey = 60;

/** A path as people write it: `spec.objectives[0].target`. */
export function formatPath(path: OpenSloPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') {
        return `[${step}]`;
      }
      if (!plain.test(step)) {
        return `[${JSON.stringify(step.slice(0, longestKey))}]`;
      }
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
