import { mockServices } from '@backstage/backend-test-utils';
import { labelsOfUser } from '../labels/labelsOfUser';
import { StatusDirectory } from './StatusDirectory';
import type { StatusAnswer, StatusSource } from './StatusSource';

const covered = labelsOfUser('covered', 'registered')!;
const uncovered = labelsOfUser('uncovered', 'registered')!;

function answer(users: Record<string, typeof covered>): StatusAnswer {
  return { changed: true, etag: 'etag', index: new Map(Object.entries(users)) };
}

/** A source that answers when the test says so. */
class ControlledSource implements StatusSource {
  readonly asked: (string | undefined)[] = [];
  readonly #waiting: {
    resolve(value: StatusAnswer): void;
    reject(error: Error): void;
  }[] = [];

  load(etag: string | undefined): Promise<StatusAnswer> {
    this.asked.push(etag);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
    });
  }

  async settle(value: StatusAnswer | Error): Promise<void> {
    const next = this.#waiting.shift()!;
    if (value instanceof Error) {
      next.reject(value);
    } else {
      next.resolve(value);
    }
    await new Promise(resolve => setImmediate(resolve));
  }
}

describe('StatusDirectory', () => {
  const changes: string[][] = [];
  let source: ControlledSource;
  let directory: StatusDirectory;

  function createDirectory(
    ages: {
      maxAgeMs?: number;
      retryMs?: number;
      longestWaitMs?: number;
    } = {},
  ) {
    const created = new StatusDirectory({
      source,
      logger: mockServices.logger.mock(),
      ...ages,
    });
    created.setChangeListener(async keys => {
      changes.push(keys.sort());
    });
    return created;
  }

  beforeEach(() => {
    changes.length = 0;
    source = new ControlledSource();
    directory = createDirectory();
  });

  it('makes one call for all who ask at the same time', async () => {
    const lookups = ['ada', 'tom', 'eve'].map(key => directory.find(key));
    await source.settle(answer({ ada: covered, tom: uncovered }));
    expect(await Promise.all(lookups)).toEqual([
      { known: true, entityLabels: covered },
      { known: true, entityLabels: uncovered },
      { known: true, entityLabels: undefined },
    ]);
    expect(source.asked).toEqual([undefined]);
    expect(changes).toEqual([]);
  });

  it('loads again after a load that may have read before the publish', async () => {
    const lookup = directory.find('ada');
    const reloads = [directory.reload(), directory.reload()];
    await source.settle(answer({ ada: uncovered }));
    await lookup;
    await source.settle(answer({ ada: covered }));
    await Promise.all(reloads);
    expect(source.asked).toEqual([undefined, 'etag']);
    expect(await directory.find('ada')).toEqual({
      known: true,
      entityLabels: covered,
    });
  });

  it('tells what changed, came and went, and nothing else', async () => {
    void directory.reload();
    await source.settle(
      answer({ same: covered, changed: covered, went: covered }),
    );
    void directory.reload();
    await source.settle(
      answer({ same: covered, changed: uncovered, came: covered }),
    );
    expect(changes).toEqual([['came', 'changed', 'went']]);
  });

  it('tells what was asked for while nothing was known', async () => {
    directory = createDirectory({ retryMs: 0 });
    const away = directory.find('ada');
    await source.settle(new Error('away'));
    expect(await away).toEqual({ known: false });

    const back = directory.find('tom');
    await source.settle(answer({ ada: covered, eve: covered }));
    expect(await back).toEqual({ known: true, entityLabels: undefined });
    expect(changes).toEqual([['ada']]);
  });

  it('does not ask again at once when the backend is away', async () => {
    const lookup = directory.find('ada');
    await source.settle(new Error('away'));
    await lookup;
    expect(await directory.find('ada')).toEqual({ known: false });
    expect(source.asked).toHaveLength(1);
  });

  it('waits for a slow first load only once and for a while, and goes on loading', async () => {
    directory = createDirectory({ longestWaitMs: 20 });
    expect(await directory.find('ada')).toEqual({ known: false });
    expect(source.asked).toHaveLength(1);

    // The time is up for all: whoever comes now does not wait at all.
    const wait = jest.spyOn(global, 'setTimeout');
    expect(await directory.find('tom')).toEqual({ known: false });
    expect(wait).not.toHaveBeenCalled();
    wait.mockRestore();
    expect(source.asked).toHaveLength(1);

    await source.settle(answer({ ada: covered, tom: uncovered }));
    expect(changes).toEqual([['ada', 'tom']]);
    expect(await directory.find('ada')).toEqual({
      known: true,
      entityLabels: covered,
    });
    expect(source.asked).toHaveLength(1);
  });

  it('waits anew for the load after one that took long and failed', async () => {
    directory = createDirectory({ longestWaitMs: 200, retryMs: 0 });
    expect(await directory.find('ada')).toEqual({ known: false });
    await source.settle(new Error('away'));

    const lookup = directory.find('ada');
    await source.settle(answer({ ada: covered }));
    expect(await lookup).toEqual({ known: true, entityLabels: covered });
  });

  it('goes on with what it has while an old index is checked, or when that fails', async () => {
    directory = createDirectory({ maxAgeMs: 0, retryMs: 0 });
    const first = directory.find('ada');
    await source.settle(answer({ ada: covered }));
    await first;

    expect(await directory.find('ada')).toEqual({
      known: true,
      entityLabels: covered,
    });
    await source.settle(new Error('away'));
    expect(await directory.find('ada')).toEqual({
      known: true,
      entityLabels: covered,
    });
    await source.settle({ changed: false });
    expect(await directory.find('ada')).toEqual({
      known: true,
      entityLabels: covered,
    });
  });
});
