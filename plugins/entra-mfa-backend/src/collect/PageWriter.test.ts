import type { PagesWrite } from '../store/run/writePages';
import { PageWriter, type ComparedPage } from './PageWriter';

/** A page that found the given keys to be new. */
function page(number: number, ...keys: string[]): ComparedPage {
  return {
    page: {
      page: number,
      next_link: null,
      rows: keys.length,
      unchanged_keys: null,
      refreshed_seconds: null,
      missing: null,
    },
    records: new Map(
      keys.map(key => [key, { hash: `hash ${number}`, body: '{}' }]),
    ),
    rewritten: [],
    state: {
      outcome: 'running',
      problem: null,
      pages: number,
      rows: 0,
      added: 0,
      changed: 0,
      removed: 0,
      calls: 0,
      waitedMs: 0,
      requestIds: [],
    },
  };
}

/** Writes that end when the test says so. */
function heldWrites() {
  const writes: PagesWrite[] = [];
  const ends: (() => void)[] = [];
  const writer = new PageWriter('users', write => {
    writes.push(write);
    return new Promise<void>(resolve => ends.push(resolve));
  });
  return { writes, ends, writer };
}

describe('PageWriter', () => {
  it('puts what comes during a write together into the next one', async () => {
    const { writes, ends, writer } = heldWrites();
    await writer.add(page(1, 'a'));
    await writer.add(page(2, 'b'));
    await writer.add({ ...page(3, 'c', 'b'), rewritten: ['a', 'b'] });
    expect(writes.map(write => write.pages.length)).toEqual([1]);

    ends[0]();
    const finished = writer.finish();
    await new Promise(setImmediate);
    ends[1]();
    await finished;

    expect(writes[1].pages.map(one => one.page)).toEqual([2, 3]);
    expect(writes[1].state.pages).toBe(3);
    expect(writes[1].rewritten).toEqual(['a', 'b']);
    expect([...writes[1].records]).toEqual([
      ['c', { hash: 'hash 3', body: '{}' }],
      ['b', { hash: 'hash 3', body: '{}' }],
    ]);
  });

  it('lets the reading wait when too much waits to be written', async () => {
    const { ends, writer } = heldWrites();
    await writer.add(page(1));
    let pages = 1;
    const reading = (async () => {
      while (pages < 100) {
        pages += 1;
        await writer.add(page(pages));
      }
    })();
    await new Promise(setImmediate);
    expect(pages).toBeLessThan(20);
    const timer = setInterval(() => ends.shift()?.(), 0);
    await reading;
    await writer.finish();
    clearInterval(timer);
    expect(pages).toBe(100);
  });

  it('tells the reader of a write that failed, and writes no more', async () => {
    let writes = 0;
    const writer = new PageWriter('users', async () => {
      writes += 1;
      throw new Error('overtaken');
    });
    await writer.add(page(1));
    await expect(writer.finish()).rejects.toThrow('overtaken');
    await expect(writer.add(page(2))).rejects.toThrow('overtaken');
    expect(writes).toBe(1);
  });
});
