import { eachItem, firstPage, type PageReader } from './eachItem';

it('has every page once, in order, each asked for when it is reached', async () => {
  const asked: (string | undefined)[] = [];
  const read: PageReader<string> = async ({ cursor }) => {
    asked.push(cursor);
    const page = cursor ?? 'a';
    return {
      snapshot: 1,
      items: [`${page}1`, `${page}2`],
      nextCursor: { a: 'b', b: 'c' }[page] ?? null,
    };
  };
  const seen: string[] = [];
  for await (const item of eachItem(read, await firstPage(read))) {
    seen.push(`${item} after ${asked.length}`);
  }
  expect(seen).toEqual([
    'a1 after 1',
    'a2 after 1',
    'b1 after 2',
    'b2 after 2',
    'c1 after 3',
    'c2 after 3',
  ]);
  expect(asked).toEqual([undefined, 'b', 'c']);
});
