import type { RegistrationAttempts } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { AttemptCounter } from '../assess/AttemptCounter';
import { attemptsAt } from './attemptsAt';
import type { QueryOf, ReadContext } from './types';

/** Who tried to register or to reset a password in the 30 days before a snapshot, and what came of it, in numbers. */
export async function getAttempts(
  { knex, snapshots }: Pick<ReadContext, 'knex' | 'snapshots'>,
  query: QueryOf<'getAttempts'>,
): Promise<RegistrationAttempts> {
  return snapshots.read(query, async found => {
    const attempts = found && (await attemptsAt(knex, found));
    if (!attempts) {
      return { from: null, to: null, ...new AttemptCounter().result() };
    }
    const { window, counts } = attempts;
    return {
      from: window.from.toISOString(),
      to: window.to.toISOString(),
      ...counts,
    };
  });
}
