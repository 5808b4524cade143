import { inWindowsOfPseudonyms } from './inWindowsOfPseudonyms';
import { Pseudonyms } from './Pseudonyms';

const told = { pseudonyms: new Pseudonyms(Buffer.alloc(32, 7)), tenantId: 't' };

async function ordered(ids: string[], window?: number) {
  async function* items() {
    yield* ids;
  }
  const all: string[] = [];
  for await (const id of inWindowsOfPseudonyms(told, items(), x => x, window)) {
    all.push(id);
  }
  return all;
}

const byPseudonym = (ids: string[]) =>
  [...ids].sort((a, b) =>
    told.pseudonyms.of('t', a) < told.pseudonyms.of('t', b) ? -1 : 1,
  );

it('has the order of pseudonyms, whatever the order of the list', async () => {
  const ids = Array.from({ length: 30 }, (_, i) => `id-${i}`);
  expect(await ordered(ids)).toEqual(byPseudonym(ids));
  expect(await ordered([...ids].reverse())).toEqual(byPseudonym(ids));
  expect(await ordered([])).toEqual([]);
});

it('holds no more than a window, and keeps rows of one in their order', async () => {
  const ids = Array.from({ length: 25 }, (_, i) => `id-${i}`);
  expect(await ordered(ids, 10)).toEqual([
    ...byPseudonym(ids.slice(0, 10)),
    ...byPseudonym(ids.slice(10, 20)),
    ...byPseudonym(ids.slice(20)),
  ]);
});
