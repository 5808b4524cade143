import fc from 'fast-check';
import { foldText } from './foldText';

it.each([
  ['İstanbul', 'istanbul'],
  ['İSTANBUL', 'ıstanbul'],
  ['Diyarbakır', 'DIYARBAKIR'],
  ['Straße', 'STRASSE'],
  ['Straße', 'STRAẞE'],
  ['Ångström', 'angstrom'],
  ['Ångström', 'Ångström'.normalize('NFD')],
  ['Ångström', 'Å\u212bngström'.slice(1)],
  ['Σίσυφος', 'ΣΊΣΥΦΟΣ'],
  ['Σίσυφος', 'σισυφοσ'],
  ['ЖУКОВ', 'жуков'],
  ['Андрей', 'АНДРЕИ'],
  ['Søren Łukasz Đorđe', 'soren lukasz dorde'],
  ['Æsa Þór', 'AESA THOR'],
  ['Zoë', 'zoe'],
  ['ﬁnn', 'FINN'],
  ['Ａｄａ', 'ada'],
  ['Ada\u200d Berg', 'ada berg'],
  ['김철수'.normalize('NFD'), '김철수'],
])('finds %s by %s', (name, typed) => {
  expect(foldText(name)).toBe(foldText(typed));
});

// A sign that makes another letter, or a vowel, is no diacritic.
it.each([
  ['か', 'が'],
  ['ไก', 'ไกั'],
  ['कि', 'कु'],
  ['가', '각'],
])('tells %s from %s', (one, other) => {
  expect(foldText(one)).not.toBe(foldText(other));
});

// The iota below letters of ancient Greek is a letter of its own in capitals.
const modern = fc
  .string({ unit: 'grapheme' })
  .filter(text => !/[\u0345\u1f80-\u1fff]/u.test(text));

it.each<[string, (text: string) => string]>([
  ['of what is folded', foldText],
  ['in capitals', text => text.toUpperCase()],
  ['in small letters', text => text.toLowerCase()],
  ['taken apart', text => text.normalize('NFD')],
  ['put together', text => text.normalize('NFC')],
])('is the same %s', (_, form) => {
  fc.assert(
    fc.property(modern, text => {
      expect(foldText(form(text))).toBe(foldText(text));
    }),
  );
});

it('leaves texts of ASCII as they are, but for their case', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), text => {
      expect(foldText(text)).toBe(text.toLowerCase());
    }),
  );
});
