import { roleKinds } from '@entra-mfa/backstage-plugin-entra-mfa-common';

type RoleKind = (typeof roleKinds)[number];

/** How a role was held as one number, as it is stored: a power of two each. */
export const heldCodes: Record<RoleKind, number> = { active: 1, eligible: 2 };

/** How a role was held, of a number. */
export function heldOfCode(code: number): RoleKind[] {
  return roleKinds.filter(kind => (code & heldCodes[kind]) !== 0);
}
