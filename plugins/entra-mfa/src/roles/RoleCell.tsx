import type { RoleSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { PeopleLink } from '../components/PeopleLink';
import { useWords } from '../messages/useWords';
import type { RoleColumn } from './useRoleColumns';

/** A figure of a role, which opens the people whom it counts. */
export function RoleCell(props: { role: RoleSummary; column: RoleColumn }) {
  const { role, column } = props;
  const { label, filter, isWhole, valueOf } = column;
  const { t, count } = useWords();
  const value = valueOf(role);
  // What was not read is not known, never none.
  if (value === null || (value === 0 && !isWhole)) return <>–</>;
  if (value === 0) return <>{count(0)}</>;
  return (
    <PeopleLink
      filter={{ role: role.id, ...filter }}
      aria-label={t(isWhole ? 'roles.list.open' : 'roles.list.openAtLeast', {
        value,
        label,
        role: role.name ?? role.id,
      })}
    >
      {isWhole ? count(value) : t('roles.list.atLeast', { value })}
    </PeopleLink>
  );
}
