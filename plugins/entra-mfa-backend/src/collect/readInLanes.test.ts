import fc from 'fast-check';
import { lanesOf, type InLane } from './lanes';
import { readInLanes } from './readInLanes';

const anyone = new AbortController().signal;

const one = (id: string, pace: InLane['pace'], more?: Partial<InLane>) =>
  ({ id, pace, ...more } as InLane);

const some = [
  one('organization', 'directory', { identifiesTenant: true }),
  one('users', 'directory'),
  one('risky-users', 'protection', { ofPeople: 'id' }),
  one('devices', 'directory'),
  one('registrations', 'reports'),
  one('mailbox-purpose', 'directory', { forEach: 'accounts-without-mfa' }),
];

/** Reads that end when they are told to. */
function heldReads() {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const read = ({ id }: InLane, signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      begun.push(id);
      signal.addEventListener('abort', () => reject(signal.reason));
      ends.set(id, error => (error ? reject(error) : resolve(`read ${id}`)));
    });
  const settled = () => new Promise(resolve => setImmediate(resolve));
  const end = async (id: string, error?: Error) => {
    await settled();
    ends.get(id)!(error);
    await settled();
  };
  return { begun, end, read };
}

it('begins each as soon as its limit is free and what it needs is read', async () => {
  const { begun, end, read } = heldReads();
  const all = readInLanes(some, read, anyone);
  await end('organization');
  expect(begun).toEqual(['organization', 'users']);
  await end('users');
  expect(begun.slice(2).sort()).toEqual([
    'devices',
    'registrations',
    'risky-users',
  ]);
  await end('risky-users');
  await end('devices');
  expect(begun).not.toContain('mailbox-purpose');
  await end('registrations');
  await end('mailbox-purpose');
  await expect(all).resolves.toEqual(some.map(({ id }) => `read ${id}`));
});

it('stops all others where one fails, and begins no further one', async () => {
  const { begun, end, read } = heldReads();
  const all = readInLanes(some, read, anyone);
  all.catch(() => {});
  await end('organization');
  await end('users');
  await end('registrations', new Error('refused'));
  await expect(all).rejects.toThrow('refused');
  expect(begun).not.toContain('mailbox-purpose');
});

it('throws only when no other one does anything any more', async () => {
  let isWriting = true;
  const all = readInLanes(
    [one('users', 'directory'), one('feature-summary', 'reports')],
    async ({ id }, signal) => {
      if (id === 'users') {
        throw new Error('refused');
      }
      await new Promise(resolve => setTimeout(resolve, 5));
      isWriting = false;
      signal.throwIfAborted();
    },
    anyone,
  );
  await expect(all).rejects.toThrow('refused');
  expect(isWriting).toBe(false);
});

it('ends with the reason of a run that is stopped', async () => {
  const { end, read } = heldReads();
  const stop = new AbortController();
  const all = readInLanes(some, read, stop.signal);
  all.catch(() => {});
  await end('organization');
  stop.abort(new Error('timeout'));
  await expect(all).rejects.toThrow('timeout');
});

it('reads every list to its end, one of each limit at a time', async () => {
  const item = fc.record({
    pace: fc.constantFrom<InLane['pace'][]>('directory', 'reports', 'catalog'),
    forEach: fc.option(fc.constantFrom('policy-groups', 'scope-groups'), {
      nil: undefined,
    }),
    ofPeople: fc.option(fc.constant('id'), { nil: undefined }),
  });
  const ids = ['users', 'conditional-access', 'registrations', 'a', 'b', 'c'];
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(ids, { minLength: 1 }),
      fc.array(item, { minLength: 6, maxLength: 6 }),
      async (chosen, kinds) => {
        const list = chosen.map((id, n) => ({ id, ...kinds[n] } as InLane));
        const running = new Set<string>();
        const read = async ({ id }: InLane) => {
          running.add(id);
          for (const lane of lanesOf(list)) {
            const its = lane.collectors.map(({ collector }) => collector.id);
            expect(its.filter(name => running.has(name)).length).toBeLessThan(
              2,
            );
          }
          await new Promise(resolve => setImmediate(resolve));
          running.delete(id);
          return id;
        };
        expect(await readInLanes(list, read, anyone)).toEqual(
          list.map(({ id }) => id),
        );
      },
    ),
    { numRuns: 50 },
  );
});
