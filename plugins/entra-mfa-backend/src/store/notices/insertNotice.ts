import type { Knex } from 'knex';
import type { NoticeRow } from '../sql/tables';

/** Keeps that something was told, so that it is not told again. */
export async function insertNotice(
  knex: Knex,
  notice: { tenantId: string; key: string; sentAt: Date },
): Promise<void> {
  await knex<NoticeRow>('notice')
    .insert({
      tenant_id: notice.tenantId,
      notice_key: notice.key,
      sent_at: notice.sentAt,
    })
    .onConflict(['tenant_id', 'notice_key'])
    .ignore();
}
