import { english } from './english';
import { flat } from './flat';
import { german } from './german';

const texts: Record<string, string> = flat(english);
const inGerman: Record<string, string> = flat(german);
const holesOf = (text: string) =>
  (text.match(/{{.*?}}/g) ?? []).sort((a, b) => a.localeCompare(b));

it('has every text in German, and no other', () => {
  expect(Object.keys(inGerman).sort()).toEqual(Object.keys(texts).sort());
});

it('has the same holes in German', () => {
  const other = Object.entries(texts).filter(
    ([key, text]) =>
      holesOf(text).join() !== holesOf(inGerman[key] ?? '').join(),
  );
  expect(other.map(([key]) => key)).toEqual([]);
});

it('has left nothing in English', () => {
  const word = /\b(the|is|are|of|and|not|you|no|one|by)\b/i;
  const left = Object.entries(inGerman).filter(([, text]) =>
    word.test(text.replace(/{{.*?}}/g, '')),
  );
  expect(left).toEqual([]);
});
