import type { RoleSummary } from 'backstage-plugin-entra-mfa-common';
import { DataTable } from '../figures/DataTable';
import { useWords } from '../words/useWords';
import { RoleRow } from './RoleRow';
import { useRoleColumns } from './useRoleColumns';

/** The roles, a row each, privileged ones first. */
export function RoleTable({ roles }: { roles: readonly RoleSummary[] }) {
  const { t } = useWords();
  const columns = useRoleColumns(roles);
  return (
    <DataTable
      label={t('roles.list.title')}
      columns={[
        { label: t('roles.list.role') },
        ...columns.map(({ label, hint }) => ({ label, hint, isNumber: true })),
      ]}
    >
      {roles.map(role => (
        <RoleRow key={role.id} role={role} columns={columns} />
      ))}
    </DataTable>
  );
}
