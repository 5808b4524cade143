import { hash } from 'crypto';
import { RecordIndex } from './RecordIndex';

const hashOf = (body: string) => hash('sha256', body, 'base64url');

/** An index whose current version has those records. */
function indexOf(
  current: Record<string, string>,
  options?: { keepsMissing: boolean },
): RecordIndex {
  const index = new RecordIndex(options);
  for (const [key, body] of Object.entries(current)) {
    const bytes = Buffer.from(`${key}\x02${hashOf(body)}`);
    index.addCurrent(bytes, 0, Buffer.byteLength(key));
  }
  return index;
}

describe('RecordIndex', () => {
  it('tells new and changed records from those that are as they were', () => {
    const index = indexOf({ a: 'one', b: 'two', c: 'three', d: 'four' });
    const differs = (key: string, body: string) =>
      index.compare(key, hashOf(body)).differs;
    expect([
      differs('a', 'one'),
      differs('b', 'other'),
      differs('e', 'five'),
    ]).toEqual([false, true, true]);
    expect(index.counts).toEqual({ added: 1, changed: 1, removed: 2 });
    expect(index.size).toBe(3);
    expect([...index.replaced()]).toEqual(['b', 'c', 'd']);
  });

  it('keeps what was not met, where that stays true', () => {
    const index = indexOf(
      { a: 'one', b: 'two', c: 'three' },
      { keepsMissing: true },
    );
    index.compare('b', hashOf('other'));
    index.compare('d', hashOf('four'));
    expect(index.counts).toEqual({ added: 1, changed: 1, removed: 0 });
    expect(index.size).toBe(4);
    expect([...index.replaced()]).toEqual(['b']);
  });

  it('replaces nothing where nothing changed', () => {
    const index = indexOf({ a: 'one' });
    index.compare('a', hashOf('one'));
    expect([...index.replaced()]).toEqual([]);
  });

  it('counts a record that is met twice as it was met last', () => {
    const index = indexOf({ a: 'one' });
    index.compare('a', hashOf('other'));
    expect(index.compare('a', hashOf('one'))).toEqual({
      place: 0,
      differs: false,
      wasWritten: true,
    });
    expect(index.counts).toEqual({ added: 0, changed: 0, removed: 0 });
  });

  it('goes on where an earlier part of the run stopped', () => {
    const index = indexOf({ a: 'one', b: 'two', c: 'three' });
    index.restoreUnchanged(0);
    const written = Buffer.from('_b_');
    index.restoreWritten(written, 1, 2);
    expect(index.counts).toEqual({ added: 0, changed: 1, removed: 1 });
    expect(index.compare('b', hashOf('new')).wasWritten).toBe(true);
  });

  it('holds more records than lie together', () => {
    const keys = Array.from({ length: 40_000 }, (_, i) => `k${i}`);
    const index = indexOf(Object.fromEntries(keys.map(key => [key, key])));
    const diffRows = keys.filter(
      (key, i) => index.compare(key, hashOf(i % 9 ? key : 'other')).differs,
    );
    expect(diffRows).toEqual(keys.filter((_, i) => i % 9 === 0));
    expect([...index.replaced()]).toEqual(diffRows);
  });
});
