export { Face } from './Face';
export { PersonName } from './PersonName';
