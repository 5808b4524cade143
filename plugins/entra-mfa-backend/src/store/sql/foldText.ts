/** Marks above, below and through letters, and what is not seen. Vowel signs of other scripts are letters. */
const marks =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]|\p{Default_Ignorable_Code_Point}/gu;

/** Letters that Unicode does not take apart, and that people type without what sets them apart. */
export const plainLetters: Readonly<Record<string, string>> = {
  ς: 'σ',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

const plainLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

/**
 * What a text is searched by, and what is typed to find it: without regard to case, to diacritics and to
 * how a letter is encoded, in any language, and the same on every database. Case goes there and back,
 * because some letters have no other case of their own: ß is SS in capitals.
 *
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replace(plainLetter, letter => plainLetters[letter])
    .normalize('NFKC');
}
