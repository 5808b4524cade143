import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';
import { rowsBefore } from '../exports/sendFile';
import { forRecord } from '../reviews/NamingConflictError';
import type { Audit, AuditFields } from './Entry';

/** Does something, and puts on record what was asked for and what came of it. */
export async function audited<Asked, Result>(
  auditor: AuditorService,
  request: Request,
  audit: Audit<Asked, Result>,
  asked: Asked,
  act: () => Promise<Result>,
): Promise<Result> {
  const event = await auditor.createEvent({
    eventId: audit.event,
    severityLevel: audit.severity,
    request,
    meta: pick(audit.asked, asked),
  });
  try {
    const result = await act();
    await event.success(audit.found && { meta: pick(audit.found, result) });
    return result;
  } catch (error) {
    const rows = rowsBefore(error);
    await event.fail({
      error: forRecord(error),
      ...(rows > 0 && { meta: { rows } }),
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
