import { mfaEnabled } from './mfaEnabled';

it.each([
  ['covered', true],
  ['uncovered', false],
  ['unknown', null],
  ['exempt', null],
  ['out-of-scope', null],
] as const)('says of %s: %s', (state, is) => {
  expect(mfaEnabled(state)).toBe(is);
});
