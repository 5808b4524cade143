import { RunOvertakenError } from '../store/run/fence';
import { keepAlive } from './keepAlive';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const quarter = () => jest.advanceTimersByTimeAsync(15_000);

it('says that the run lives, and waits for no second answer', async () => {
  let answer = () => {};
  const say = jest.fn(
    () =>
      new Promise<void>(resolve => {
        answer = resolve;
      }),
  );
  const alive = keepAlive(say, new AbortController().signal);
  await quarter();
  await quarter();
  await quarter();
  expect(say).toHaveBeenCalledTimes(1);
  answer();
  await quarter();
  expect(say).toHaveBeenCalledTimes(2);
  answer();
  alive.stop();
  await quarter();
  expect(say).toHaveBeenCalledTimes(2);
});

it('stops for a run that was overtaken, and for nothing else', async () => {
  const fence = { tenantId: 'one', run: 1, holder: 'replica-1' };
  const errors = [new Error('No connection'), new RunOvertakenError(fence)];
  const alive = keepAlive(async () => {
    throw errors.shift();
  }, new AbortController().signal);
  await quarter();
  expect(alive.signal.aborted).toBe(false);
  await quarter();
  expect(alive.signal.reason).toBeInstanceOf(RunOvertakenError);
  alive.stop();
});
