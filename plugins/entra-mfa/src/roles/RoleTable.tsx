import type {
  RolesStatus,
  RoleSummary,
  SortOrder,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ListTable } from '../components/ListTable';
import { useWords } from '../messages/useWords';
import { sortingOf } from '../components/sortingOf';
import { useUrlValues } from '../navigation/useUrlValues';
import { RoleCell } from './RoleCell';
import { RolesExport } from './RolesExport';
import { sortRoles } from './sortRoles';
import { useRoleColumns } from './useRoleColumns';
import shared from '../components/shared.module.css';
import styles from './roles.module.css';

const names = ['sort', 'order'] as const;

/** As the API tells them. */
const privilegedFirst = 'privileged';

/** The roles, a row each, privileged ones first. */
export function RoleTable(props: {
  roles: readonly RoleSummary[];
  status: RolesStatus;
}) {
  const { roles, status } = props;
  const { t } = useWords();
  const columns = useRoleColumns(roles, status);
  const { values, change } = useUrlValues(names);
  const first: Record<string, SortOrder> = {
    [privilegedFirst]: 'desc',
    name: 'asc',
  };
  for (const { id } of columns) first[id] = 'desc';
  const sorting = sortingOf(values, first, privilegedFirst, change);
  const about = ({ privileged, builtIn, hidden }: RoleSummary) =>
    [
      privileged && t('roles.person.privileged'),
      builtIn === false && t('roles.list.custom'),
      hidden && t('roles.list.hidden'),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <ListTable
      name="roles"
      label={t('roles.list.title')}
      columns={[
        {
          id: 'role',
          label: t('roles.list.role'),
          className: styles.role,
          sort: 'name',
          cell: role => (
            <>
              {role.name ?? <code className={shared.breakable}>{role.id}</code>}
              {about(role) && <div className={shared.small}>{about(role)}</div>}
            </>
          ),
        },
        ...columns.map(column => ({
          id: column.id,
          label: column.label,
          hint: column.hint,
          isNumber: true,
          isExtra: column.isExtra,
          className: styles.heading,
          sort: column.id,
          cell: (role: RoleSummary) => <RoleCell role={role} column={column} />,
        })),
      ]}
      rows={sortRoles(roles, sorting.by, sorting.order, columns)}
      keyOf={({ id }) => id}
      sorting={sorting}
      tools={<RolesExport />}
      empty={null}
    />
  );
}
