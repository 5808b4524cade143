import type { ReminderFilter } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/**
 * Whether a campaign is about who is privileged: its figures of a team are only for who sees everybody by name, as no
 * figure tells anybody else who of a team is.
 */
export const isAboutPrivileged = ({
  gap,
  privileged,
  role,
}: Pick<ReminderFilter, 'gap' | 'privileged' | 'role'>): boolean =>
  gap === 'privileged-phone-only' ||
  privileged !== undefined ||
  (role !== undefined && role.length > 0);
