import fc from 'fast-check';
import { untrusted } from './untrusted';

it.each([
  ['Ada Lovelace', 'Ada Lovelace'],
  ['  Ada\r\n\tLovelace\u2028 ', 'Ada Lovelace'],
  ['A\u200bd\u202ea\u{e0041}\ufe0f\u00ad', 'Ada'],
  ['Ada \u200b Lovelace', 'Ada Lovelace'],
  ['\ud800Ada', 'Ada'],
  ['Żółć 李 عائشة 🙂', 'Żółć 李 عائشة 🙂'],
  ['\u0007', ''],
])('%j is told as %j', (text, expected) => {
  expect(untrusted(text)).toEqual({ untrustedText: expected });
});

it('is one short line of what can be seen, and told the same when told again', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.integer({ min: 1, max: 200 }),
      (text, most) => {
        const { untrustedText } = untrusted(text, most);
        expect([...untrustedText].length).toBeLessThanOrEqual(most);
        expect(untrustedText).not.toMatch(
          /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u,
        );
        expect(untrusted(untrustedText, most)).toEqual({ untrustedText });
      },
    ),
    { numRuns: 300 },
  );
});
