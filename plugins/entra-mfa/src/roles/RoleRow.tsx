import type { RoleSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { PeopleLink } from '../components/PeopleLink';
import table from '../components/table.module.css';
import { useWords } from '../messages/useWords';
import type { RoleColumn } from './useRoleColumns';
import shared from '../components/shared.module.css';
import styles from './roles.module.css';

/** A role with its figures, each of which opens the people whom it counts. */
export function RoleRow(props: {
  role: RoleSummary;
  columns: readonly RoleColumn[];
}) {
  const { role, columns } = props;
  const { t, count } = useWords();
  const about = [
    role.privileged && t('roles.person.privileged'),
    role.builtIn === false && t('roles.list.custom'),
    role.hidden && t('roles.list.hidden'),
  ].filter(Boolean);
  const cellOf = ({ label, filter, isWhole, valueOf }: RoleColumn) => {
    const value = valueOf(role);
    // What was not read is not known, never none.
    if (value === null || (value === 0 && !isWhole)) return '–';
    if (value === 0) return count(0);
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
  };
  return (
    <tr>
      <th scope="row" className={styles.role}>
        {role.name ?? <code className={shared.breakable}>{role.id}</code>}
        {about.length > 0 && (
          <div className={shared.small}>{about.join(' · ')}</div>
        )}
      </th>
      {columns.map(column => (
        <td
          key={column.id}
          className={`${table.number} ${column.isExtra ? styles.extra : ''}`}
        >
          {cellOf(column)}
        </td>
      ))}
    </tr>
  );
}
