import type {
  RolesStatus,
  RoleSummary,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { useWords } from '../messages/useWords';
import { RoleRow } from './RoleRow';
import { useRoleColumns } from './useRoleColumns';
import styles from './roles.module.css';

/** The roles, a row each, privileged ones first. */
export function RoleTable(props: {
  roles: readonly RoleSummary[];
  status: RolesStatus;
}) {
  const { roles, status } = props;
  const { t } = useWords();
  const columns = useRoleColumns(roles, status);
  return (
    <DataTable
      label={t('roles.list.title')}
      columns={[
        { label: t('roles.list.role') },
        ...columns.map(({ label, hint, isExtra }) => ({
          label,
          hint,
          isNumber: true,
          className: isExtra ? styles.extra : styles.heading,
        })),
      ]}
    >
      {roles.map(role => (
        <RoleRow key={role.id} role={role} columns={columns} />
      ))}
    </DataTable>
  );
}
