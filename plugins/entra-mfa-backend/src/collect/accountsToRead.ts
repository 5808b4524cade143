import { createHash } from 'node:crypto';
import type { Collector } from '../collectors/types';
import { TooManyAccountsError } from '../graph/errors';
import { hasRecords } from '../store/run/hasRecords';
import { countEnabledAccounts } from '../store/run/countEnabledAccounts';
import {
  readAccountsAfter,
  type StoredAccount,
} from '../store/run/readAccountsAfter';
import { readLastWholeRead } from '../store/run/readLastWholeRead';
import type { AccountToRead } from './readForAccounts';
import type { RunContext } from './RunContext';

const HOUR = 3_600_000;

type ForAccounts = 'accounts-without-mfa' | 'enabled-accounts';

const isToRead: Record<ForAccounts, (account: StoredAccount) => boolean> = {
  'accounts-without-mfa': ({ user, registration }) =>
    user.type === null &&
    user.userType?.toLowerCase() !== 'guest' &&
    registration?.isMfaRegistered !== true,
  'enabled-accounts': ({ user }) =>
    user.type === null && user.accountEnabled !== false,
};

/** Whether a collector is read for accounts, and so several at once. */
export function isForAccounts({
  forEach,
}: Pick<Collector, 'forEach'>): boolean {
  return forEach !== undefined && forEach in isToRead;
}

/**
 * Says for which accounts a collector is read, and what is kept of those that need not be asked for again: by what this
 * run has read of the directory and of the report.
 *
 * @returns the accounts with a greater id than one that is given
 * @throws TooManyAccountsError
 */
export async function accountsToRead(
  { knex, claim, clock }: RunContext,
  collector: Collector,
): Promise<(after: string) => AsyncIterable<AccountToRead>> {
  const { id: dataSet, againHours, mostAccounts, keeps } = collector;
  const { tenantId } = claim;
  if (mostAccounts !== undefined) {
    const accounts = await countEnabledAccounts(knex, tenantId);
    if (accounts > mostAccounts) {
      throw new TooManyAccountsError(accounts, mostAccounts);
    }
  }
  // Nobody is without MFA by a report that there is not.
  const isAnybody =
    collector.forEach !== 'accounts-without-mfa' ||
    (await hasRecords(knex, { tenantId, dataSet: 'registrations' }));
  const fits = isToRead[collector.forEach as ForAccounts];
  const before = await readLastWholeRead(knex, tenantId, dataSet);
  const now = clock.now();
  const isKept = ({ id, userRun }: StoredAccount) =>
    againHours !== undefined &&
    before !== null &&
    userRun <= before.readRun &&
    !isDueAgain(id, againHours * HOUR, before.readAt, now);
  return async function* accounts(after) {
    if (!isAnybody) {
      return;
    }
    for await (const account of readAccountsAfter(
      knex,
      { tenantId, dataSet },
      after,
    )) {
      if (fits(account)) {
        const { id, record } = account;
        const isOfThis = record !== null && (keeps?.(record) ?? true);
        yield { id, kept: isOfThis && isKept(account) ? record : null };
      }
    }
  };
}

/**
 * Whether the time at which an account is asked for again has come since the last read. Each has a time of its own in
 * the period, which follows from its id: so nothing is kept of it, and the requests are spread over the reads.
 */
export function isDueAgain(
  id: string,
  periodMs: number,
  lastRead: Date,
  now: Date,
): boolean {
  const share =
    createHash('sha256').update(id).digest().readUInt32BE() / 2 ** 32;
  const turnOf = (time: Date) => Math.floor(time.getTime() / periodMs - share);
  // A time to come was read by a clock that was wrong.
  return turnOf(now) > turnOf(lastRead) || lastRead > now;
}
