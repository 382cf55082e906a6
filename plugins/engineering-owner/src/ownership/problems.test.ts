import type { Problem } from '@engineering-owner/backstage-plugin-common';
import { english } from '../__testUtils__/english';
import { problemPatch } from './problemPatch';
import { problemReason, problemSentence } from './problemText';

const t = english();

/** Every parameter that some problem carries. */
const PARAMS = {
  entityRef: 'component:default/checkout',
  annotation: 'engineering-owner/tier',
  value: 'gold',
  holder: 'user:default/bob',
  owner: 'group:default/payments',
  role: 'primary',
  kind: 'api',
  found: 'number',
  length: 9000,
  maxLength: 2000,
  allowed: '1, 2',
};

const CODES = [
  'pagerduty_integration_key_in_catalog',
  'owner_missing',
  'owner_not_found',
  'role_missing',
  'role_ref_invalid',
  'role_kind_not_allowed',
  'role_not_found',
  'deputy_is_primary',
  'pagerduty_service_id_invalid',
  'document_location_invalid',
  'annotation_not_text',
  'annotation_too_long',
  'role_not_in_owner_group',
  'role_not_on_escalation_policy',
  'tier_unknown',
  'pattern_unknown',
  'boundary_not_http',
  'annotation_empty',
  'annotation_unknown',
];

function problem(code: string, params: Problem['params'] = PARAMS): Problem {
  return { code, severity: 'error', message: 'in plain English', params };
}

describe('problems of ownership', () => {
  it.each(CODES)('have a sentence and a reason for %s', code => {
    const sentence = problemSentence(t, problem(code));
    expect(sentence).toMatch(/\.$/);
    expect(sentence).not.toMatch(/\{\{|undefined|in plain English/);
    expect(problemReason(t, problem(code))).toMatch(/\.$/);
  });

  it.each(CODES)('stay sentences when %s carries no parameters', code => {
    expect(problemSentence(t, problem(code, undefined))).not.toMatch(
      /\{\{|undefined/,
    );
  });

  it('come with lines for the annotation that is wrong', () => {
    expect(problemPatch(problem('tier_unknown'))).toBe(
      "metadata:\n  annotations:\n    engineering-owner/tier: '2'",
    );
    expect(problemPatch(problem('owner_missing'))).toBe(
      'spec:\n  owner: group:default/<group>',
    );
  });

  it.each([
    ['annotation_unknown', 'engineering-owner/primery'],
    ['annotation_empty', 'x: y\nspec: {}'],
    ['annotation_empty', '__proto__'],
  ])('come without lines for %s of %p', (code, annotation) => {
    expect(problemPatch(problem(code, { annotation }))).toBeUndefined();
  });
});
