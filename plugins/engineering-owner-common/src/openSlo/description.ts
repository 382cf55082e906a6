import { Field } from './Field';

const longest = 1050;

/** Every spec may have one, of at most 1050 characters. */
export function checkDescription(spec: Field) {
  const description = spec.get('description');
  const { value } = description;
  if (description.exists && typeof value !== 'string') {
    description.expected('a text');
  } else if (typeof value === 'string' && [...value].length > longest) {
    description.report(
      'value_invalid',
      `has ${[...value].length} characters; at most ${longest} are allowed`,
    );
  }
}
