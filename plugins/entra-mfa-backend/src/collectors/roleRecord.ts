import { pairKey } from './entityRow';
import type { CollectedRecord, RoleBody } from './types';

/**
 * The record of a role that somebody holds or can activate. Its key starts with whose it is, so that
 * the roles of one principal are found together.
 */
export function roleRecord(row: {
  id: string;
  principalId: string;
  roleDefinitionId: string;
  directoryScopeId?: string | null;
  memberType?: string | null;
  startDateTime?: string | null;
  endDateTime?: string | null;
}): CollectedRecord {
  const principalId = row.principalId.toLowerCase();
  const roleDefinitionId = row.roleDefinitionId.toLowerCase();
  const body: RoleBody = {
    principalId,
    roleDefinitionId,
    directoryScopeId: row.directoryScopeId || null,
    ...(row.memberType && { memberType: row.memberType }),
    ...(row.startDateTime && { startDateTime: row.startDateTime }),
    ...(row.endDateTime && { endDateTime: row.endDateTime }),
  };
  return {
    key: pairKey(`${principalId}|${roleDefinitionId}`, row.id),
    body: { ...body },
  };
}
