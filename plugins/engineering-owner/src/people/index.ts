export { Face } from './Face';
export { PersonName } from './PersonName';
export { holderName } from './holderName';
