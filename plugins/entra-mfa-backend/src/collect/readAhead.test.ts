import { readAhead } from './readAhead';

describe('readAhead', () => {
  it('asks for one item more while one is worked on', async () => {
    const log: string[] = [];
    async function* numbers() {
      for (let number = 1; number <= 3; number += 1) {
        log.push(`ask ${number}`);
        yield number;
      }
    }
    for await (const number of readAhead(
      numbers,
      new AbortController().signal,
    )) {
      log.push(`work ${number}`);
    }
    expect(log).toEqual([
      'ask 1',
      'ask 2',
      'work 1',
      'ask 3',
      'work 2',
      'work 3',
    ]);
  });

  it('gives what came before a failure, then fails', async () => {
    const seen: number[] = [];
    async function* failing() {
      yield 1;
      throw new Error('cut off');
    }
    const reading = (async () => {
      for await (const number of readAhead(
        failing,
        new AbortController().signal,
      )) {
        await new Promise(setImmediate);
        seen.push(number);
      }
    })();
    await expect(reading).rejects.toThrow('cut off');
    expect(seen).toEqual([1]);
  });

  it('aborts the source when the reader stops early', async () => {
    let stopped: AbortSignal | undefined;
    async function* endless(signal: AbortSignal) {
      stopped = signal;
      for (let number = 0; !signal.aborted; number += 1) {
        await new Promise(setImmediate);
        yield number;
      }
    }
    for await (const number of readAhead(
      endless,
      new AbortController().signal,
    )) {
      if (number === 2) {
        break;
      }
    }
    expect(stopped?.aborted).toBe(true);
  });
});
