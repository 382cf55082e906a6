import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertSupportedNode, isSupported } from './nodeVersion.mjs';

for (const [version, supported] of [
  ['18.20.4', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['21.7.0', false],
  ['22.0.0', true],
  ['23.1.0', false],
  ['24.3.0', true],
]) {
  it(`Node.js ${version} is ${supported ? '' : 'not '}supported`, () => {
    assert.equal(isSupported(version), supported);
  });
}

it('says what is there and what is needed', () => {
  assert.throws(() => assertSupportedNode('18.20.4'), /18\.20\.4.*20\.19/);
});
