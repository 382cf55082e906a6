import { Field } from './Field';
import { checkName, isAnnotationKey, isLabelKey } from './names';

const fields = ['name', 'displayName', 'labels', 'annotations'];

/** `metadata` of a document or of an object that stands inline. */
export function checkMetadata(metadata: Field) {
  if (!metadata.hasFields('a mapping with a name', fields)) {
    return;
  }
  checkName(metadata.get('name'));
  metadata.get('displayName').text('a text', { optional: true });
  checkLabels(metadata.get('labels'));
  checkAnnotations(metadata.get('annotations'));
}

function checkLabels(labels: Field) {
  if (labels.exists && !labels.isMapping()) {
    labels.expected('a mapping of texts, or of lists of texts');
  }
  for (const [key, label] of labels.entries()) {
    if (!isLabelKey(key)) {
      label.report(
        'name_invalid',
        'is no key of a label; expected at most 63 letters, digits, "-", "_" and ".", a letter or digit first and last',
      );
    }
    for (const value of label.items() ?? [label]) {
      if (typeof value.value !== 'string') {
        value.expected('a text or a list of texts; quote numbers and booleans');
      }
    }
  }
}

function checkAnnotations(annotations: Field) {
  if (annotations.exists && !annotations.isMapping()) {
    annotations.expected('a mapping of texts');
  }
  for (const [key, annotation] of annotations.entries()) {
    if (!isAnnotationKey(key)) {
      annotation.report(
        'name_invalid',
        'is no key of an annotation; expected a name of at most 63 letters, digits, "-", "_" and ".", or one behind a DNS subdomain, for example example.com/dashboard',
      );
    }
    if (typeof annotation.value !== 'string') {
      annotation.expected('a text; quote numbers and booleans');
    }
  }
}
