import type { Knex } from 'knex';
import { eraseActor } from './eraseActor';
import { eraseAssessed } from './eraseAssessed';
import { eraseMentions } from './eraseMentions';
import { eraseRecords } from './eraseRecords';
import type { Mentions } from './Mentions';
import type { Erased, Identifiers } from './types';

/**
 * Takes what tells a person, and their methods, out of every table and version. Their object id stays,
 * which tells nobody without the directory, and so do their states and every count.
 */
export async function eraseTraces(
  trx: Knex.Transaction,
  erased: Erased,
  identifiers: Identifiers,
  mentions: Mentions,
): Promise<void> {
  await eraseRecords(trx, erased, identifiers);
  await eraseAssessed(trx, erased);
  for (const ref of identifiers.refs) {
    await eraseActor(trx, erased, ref);
  }
  await eraseMentions(trx, erased.tenantId, mentions);
}
