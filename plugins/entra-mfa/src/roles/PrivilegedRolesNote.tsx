import type { PrivilegedRoles } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';

/** Which roles count as privileged, with the day of Microsoft's list. */
export function PrivilegedRolesNote({ roles }: { roles: PrivilegedRoles }) {
  const { t, dayOf } = useWords();
  const { asOf, builtIn, added } = roles;
  return (
    <>
      {t('roles.privilegedRoles', { count: builtIn, date: dayOf(asOf) })}
      {added > 0 && ` ${t('roles.rolesAdded', { count: added })}`}
    </>
  );
}
