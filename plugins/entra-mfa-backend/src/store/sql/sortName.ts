import { plainLetters } from './foldText';

/** What a name is sorted by: without regard to case and accents, as long as the column holds. */
export function sortName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .slice(0, 255);
}

const spelt: Readonly<Record<string, string>> = { ß: 'ss', ...plainLetters };

const speltLetter = new RegExp(`[${Object.keys(spelt).join('')}]`, 'g');

/** What is typed to find a name by what it is sorted by. */
export function typedName(text: string): string {
  return sortName(text).replace(speltLetter, letter => spelt[letter]);
}

/** A column of sort names as it is searched, in SQL. Letters are spelt as in `typedName`. */
export function searchedName(column: string): string {
  return Object.entries(spelt).reduce(
    (sql, [letter, plain]) => `replace(${sql}, '${letter}', '${plain}')`,
    column,
  );
}
