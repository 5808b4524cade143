import { OneAtATime } from './OneAtATime';

const never = new AbortController().signal;

function later() {
  let resolve: () => void = () => {};
  const promise = new Promise<void>(done => {
    resolve = done;
  });
  return { promise, resolve };
}

it('begins a piece of work when the one before it has ended, however it ended', async () => {
  const queue = new OneAtATime();
  const log: string[] = [];
  const gate = later();
  const first = queue.run(never, async () => {
    log.push('first begins');
    await gate.promise;
    log.push('first ends');
    throw new Error('first fails');
  });
  const second = queue.run(never, async () => {
    log.push('second');
    return 2;
  });
  gate.resolve();
  await expect(first).rejects.toThrow('first fails');
  expect(await second).toBe(2);
  expect(log).toEqual(['first begins', 'first ends', 'second']);
});

it('never begins what is aborted while it waits, nor what waits behind it too early', async () => {
  const queue = new OneAtATime();
  const log: string[] = [];
  const gate = later();
  const first = queue.run(never, () => gate.promise);
  const left = new AbortController();
  const second = queue.run(left.signal, async () => log.push('second'));
  const third = queue.run(never, async () => log.push('third'));
  left.abort(new Error('gone'));
  await expect(second).rejects.toThrow('gone');
  expect(log).toEqual([]);
  gate.resolve();
  await first;
  await third;
  expect(log).toEqual(['third']);
});
