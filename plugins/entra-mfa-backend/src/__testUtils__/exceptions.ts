import type { Knex } from 'knex';
import { decideException } from '../store/exceptions/decideException';
import { insertException } from '../store/exceptions/insertException';
import type { ExceptionRow } from '../store/sql/tables';

/** What a test says of an exception. */
export interface TestException {
  tenantId: string;
  id: string;
  kind?: ExceptionRow['subject_kind'];
  subject: string;
  reason?: string;
  until: string;
  requestedAt: Date;
  requestedBy?: string;
  /** Without it, it waits for a decision. */
  approvedAt?: Date;
}

/** Puts an exception on record, asked for by the lead and approved by security. */
export async function putException(
  knex: Knex,
  {
    tenantId,
    id,
    kind = 'person',
    subject,
    reason = 'On a long leave',
    until,
    requestedAt,
    requestedBy = 'user:default/lead',
    approvedAt,
  }: TestException,
): Promise<void> {
  await insertException(knex, {
    tenant_id: tenantId,
    exception_id: id,
    subject_kind: kind,
    subject,
    reason,
    until,
    people_asked: 1,
    requested_by: requestedBy,
    requested_at: requestedAt,
  });
  if (approvedAt) {
    await decideException(
      knex,
      { tenantId, id },
      {
        decision: 'approved',
        decided_by: 'user:default/security',
        decided_at: approvedAt,
        decision_note: 'Agreed',
      },
    );
  }
}
