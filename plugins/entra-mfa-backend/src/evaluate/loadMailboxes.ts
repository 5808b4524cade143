import type { Knex } from 'knex';
import { isSharedMailbox } from '../assess/isSharedMailbox';
import type { MailboxPurposeBody } from '../collectors/types';
import { readRecords } from '../store/run/readRecords';
import type { DataSetVersions } from '../store/run/readDataSetVersions';

/** What the mailboxes that are shared, of rooms or of equipment are for, by object id: a few of all. */
export async function loadMailboxes(
  knex: Knex,
  tenantId: string,
  { dataSets }: Pick<DataSetVersions, 'dataSets'>,
): Promise<ReadonlyMap<string, string>> {
  const dataSet = 'mailbox-purpose';
  const version = dataSets[dataSet]?.version;
  const purposes = new Map<string, string>();
  if (version !== undefined) {
    for await (const { key, body } of readRecords<MailboxPurposeBody>(knex, {
      tenantId,
      dataSet,
      version,
    })) {
      if (body.purpose !== null && isSharedMailbox(body.purpose)) {
        purposes.set(key, body.purpose);
      }
    }
  }
  return purposes;
}
