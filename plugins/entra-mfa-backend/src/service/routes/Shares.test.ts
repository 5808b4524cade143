import { mockCredentials } from '@backstage/backend-test-utils';
import { Shares } from './Shares';

const user = (name: string) => mockCredentials.user(`user:default/${name}`);

/** Work that ends when it is told to. */
function held() {
  const ends: (() => void)[] = [];
  const work = jest.fn(() => new Promise<void>(end => ends.push(end)));
  return { work, end: () => ends.shift()!() };
}

it('keeps each caller to a share, and all together to an end', async () => {
  const shares = new Shares('answers', { each: 2, all: 3 });
  const { work, end } = held();
  const first = shares.run(user('a'), work);
  const second = shares.run(user('a'), work);
  await expect(shares.run(user('a'), work)).rejects.toMatchObject({
    name: 'TooManyRequestsError',
    retryAfterSeconds: 10,
    message: expect.stringMatching(/^You are waiting for several answers/),
  });
  const other = shares.run(user('b'), work);
  await expect(shares.run(user('c'), work)).rejects.toThrow(
    /^Others are waiting for many answers/,
  );
  expect(work).toHaveBeenCalledTimes(3);
  end();
  await first;
  const third = shares.run(user('a'), work);
  [end, end, end].forEach(each => each());
  await Promise.all([second, other, third]);
});

it('gives a share back when work fails', async () => {
  const shares = new Shares('answers', { each: 1, all: 1 });
  const fail = () =>
    shares.run(user('a'), () => Promise.reject(new Error('x')));
  await expect(fail()).rejects.toThrow('x');
  await expect(fail()).rejects.toThrow('x');
});
