import { ConflictError } from '@backstage/errors';
import { syncWhenFree } from './syncWhenFree';

/** A tenant of which a sync was killed, and how long ago it was heard of. */
function killed() {
  let silence = 0;
  let synced = 0;
  const syncs = {
    async run() {
      if (silence < 60_000) {
        throw new ConflictError('under way');
      }
      synced += 1;
    },
  };
  const wait = async (milliseconds: number) => {
    silence += milliseconds;
  };
  return { syncs, wait, synced: () => synced };
}

it('syncs a minute after another sync was killed, once', async () => {
  const { syncs, wait, synced } = killed();
  await syncWhenFree(syncs, 'tenant-1', wait);
  expect(synced()).toBe(1);
});

it('does not wait for ever', async () => {
  const { syncs } = killed();
  await expect(syncWhenFree(syncs, 'tenant-1', async () => {})).rejects.toThrow(
    'under way',
  );
});

it('does not wait where a sync fails', async () => {
  const run = async () => {
    throw new Error('broken');
  };
  const wait = jest.fn(async () => {});
  await expect(syncWhenFree({ run }, 'tenant-1', wait)).rejects.toThrow(
    'broken',
  );
  expect(wait).not.toHaveBeenCalled();
});
