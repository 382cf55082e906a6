import { Field } from './Field';

const dnsLabel = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const labelKey = /^[a-zA-Z0-9]([-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;
const prefix =
  /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*$/;

const nameShape =
  'a name after RFC 1123: at most 63 lower-case letters, digits and "-", a letter or digit first and last, for example checkout-availability';

/** A name of an object, or a reference to one. */
export function checkName(field: Field): string | undefined {
  const { value } = field;
  if (typeof value === 'string' && dnsLabel.test(value)) {
    return value;
  }
  field.expected(nameShape, 'name_invalid');
  return undefined;
}

/** The specification lets alerting objects be named by a path too. */
export function checkNameOrPath(field: Field) {
  const { value } = field;
  const isPath =
    typeof value === 'string' &&
    value.length <= 255 &&
    /^[^\s\p{Cc}]+$/u.test(value) &&
    (value.includes('/') || /\.ya?ml$/.test(value));
  if (!isPath) {
    checkName(field);
  }
}

/** Label keys have no prefix, unlike those of annotations. */
export function isLabelKey(key: string): boolean {
  return labelKey.test(key);
}

/** `name`, or `prefix/name` where the prefix is a DNS subdomain. */
export function isAnnotationKey(key: string): boolean {
  const slash = key.indexOf('/');
  const domain = key.slice(0, Math.max(slash, 0));
  return (
    labelKey.test(key.slice(slash + 1)) &&
    (slash < 0 || (domain.length <= 253 && prefix.test(domain)))
  );
}
