import { EventDebouncer } from './EventDebouncer';

describe('EventDebouncer', () => {
  const flushed: string[][] = [];
  let queue: EventDebouncer;

  beforeEach(() => {
    jest.useFakeTimers();
    flushed.length = 0;
    queue = new EventDebouncer({
      calmMs: 1_000,
      longestMs: 10_000,
      flush: async keys => {
        flushed.push(keys);
      },
    });
  });

  afterEach(() => jest.useRealTimers());

  it('hands over all that came in one go, each once', () => {
    queue.add(['ada', 'tom']);
    jest.advanceTimersByTime(900);
    queue.add(['tom', 'eve']);
    jest.advanceTimersByTime(900);
    expect(flushed).toEqual([]);
    jest.advanceTimersByTime(100);
    expect(flushed).toEqual([['ada', 'tom', 'eve']]);
  });

  it('does not wait for ever while more keep coming', () => {
    for (let second = 0; second < 23; second += 1) {
      queue.add([`person-${second}`]);
      jest.advanceTimersByTime(999);
    }
    expect(flushed).toHaveLength(2);
    expect(flushed[0]).toHaveLength(11);
  });

  it('hands over also when nothing is named, and starts anew', () => {
    queue.add([]);
    jest.advanceTimersByTime(1_000);
    queue.add(['ada']);
    jest.advanceTimersByTime(1_000);
    expect(flushed).toEqual([[], ['ada']]);
  });
});
