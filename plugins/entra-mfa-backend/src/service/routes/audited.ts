import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';
import { rowsBefore } from '../exports/sendRows';
import { forRecord } from '../reviews/NamingConflictError';
import type { Caller } from './Caller';
import type { Audit, AuditFields } from './Entry';
import { putIntoTrail } from './putIntoTrail';
import type { TrailOfTenants } from './TrailOfTenants';

/** Who asks, and where it is put on record. */
export interface OnRecord {
  auditor: AuditorService;
  trail: TrailOfTenants;
  request: Request;
  caller: Caller;
  /** The tenant that it is about, where neither what is put on record nor the answer says so. */
  tenantOf?(): string | undefined;
}

/**
 * Does something, and puts on record what was asked for and what came of it: with the portal's auditor and, where
 * it is about a tenant, in its audit trail.
 */
export async function audited<Asked, Result>(
  onRecord: OnRecord,
  audit: Audit<Asked, Result>,
  asked: Asked,
  act: () => Promise<Result>,
): Promise<Result> {
  const { auditor, request } = onRecord;
  const meta = pick(audit.asked, asked);
  const event = await auditor.createEvent({
    eventId: audit.event,
    severityLevel: audit.severity,
    request,
    meta,
  });
  try {
    const result = await act();
    const found = audit.found && pick(audit.found, result);
    await event.success(found && { meta: found });
    await putIntoTrail(onRecord, audit.event, 'done', {
      meta: { ...meta, ...found },
      result,
    });
    return result;
  } catch (error) {
    const rows = rowsBefore(error);
    const sent = rows > 0 ? { rows } : undefined;
    await event.fail({
      error: forRecord(error),
      ...(sent && { meta: sent }),
    });
    await putIntoTrail(onRecord, audit.event, 'failed', {
      meta: { ...meta, ...sent },
    });
    throw error;
  }
}

/** An event as the documentation prints it. */
export function fieldsOf<Asked, Result>(
  audit: Audit<Asked, Result>,
): AuditFields {
  return {
    event: audit.event,
    severity: audit.severity,
    asked: Object.keys(audit.asked),
    found: Object.keys(audit.found ?? {}),
    refused: audit.refused,
  };
}

function pick<Of>(
  fields: Record<string, (of: Of) => JsonObject[string]>,
  of: Of,
): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([name, read]) => [name, read(of)]),
  );
}
