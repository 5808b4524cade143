import type { ExceptionFacts, InForce } from '../../assess/exceptions/types';
import { toDate, toDateOrNull } from '../sql/instant';
import type { ExceptionRow } from '../sql/tables';

/** A stored exception as the rules know it. */
export function toExceptionFacts(row: ExceptionRow): ExceptionFacts {
  return {
    id: row.exception_id,
    subject: { kind: row.subject_kind, value: row.subject },
    until: row.until,
    requestedBy: row.requested_by,
    requestedAt: toDate(row.requested_at),
    decision: row.decision,
    decidedBy: row.decided_by,
    decidedAt: toDateOrNull(row.decided_at),
    withdrawnAt: toDateOrNull(row.withdrawn_at),
    endedAt: toDateOrNull(row.ended_at),
  };
}

/** A stored exception that is in force. */
export function toInForce(row: ExceptionRow): InForce {
  const { id, subject, until } = toExceptionFacts(row);
  return { id, subject, until, approver: row.decided_by! };
}
