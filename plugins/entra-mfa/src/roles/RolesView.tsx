import { Link, Skeleton } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import type { RoleList } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { EmptyState } from '../states/EmptyState';
import { ErrorState } from '../states/ErrorState';
import { useWords } from '../messages/useWords';
import { PrivilegedRolesNote } from './PrivilegedRolesNote';
import { RolesNotKnown } from './RolesNotKnown';
import { RoleTable } from './RoleTable';
import { useRoles } from './useRoles';
import { whatIsKnown } from './whatIsKnown';
import styles from './roles.module.css';

function Roles({ list }: { list: RoleList }) {
  const { t } = useWords();
  const { items, roles, privilegedRoles, hideBelow } = list;
  const anyHidden = items?.some(
    ({ hidden, active }) => hidden || active === null,
  );
  return (
    <Panel title={t('roles.list.title')} aside={t('roles.list.aside')}>
      {items === null && (
        <EmptyState title={t('roles.list.notKept.title')}>
          {t('roles.list.notKept.text')}
        </EmptyState>
      )}
      {items?.length === 0 && (
        <EmptyState title={t('roles.list.none.title')}>
          {t('roles.list.none.text')}
        </EmptyState>
      )}
      {items && items.length > 0 && roles && (
        <RoleTable roles={items} status={roles} />
      )}
      {anyHidden && (
        <p className={styles.note}>
          {t('roles.list.small', { fewest: hideBelow })}
        </p>
      )}
      {roles && !whatIsKnown(roles).all && (
        <p className={styles.note}>{t('roles.list.atLeastNote')}</p>
      )}
      {roles && <RolesNotKnown roles={roles} className={styles.note} />}
      {privilegedRoles && (
        <p className={styles.note}>
          <PrivilegedRolesNote roles={privilegedRoles} />
        </p>
      )}
    </Panel>
  );
}

/** Who has the keys, role by role. */
export function RolesView() {
  const { t } = useWords();
  const params = usePageParams();
  const links = useLinks(params);
  const { data, error, refetch } = useRoles(params);
  return (
    <div className={styles.roles}>
      <Link href={links.people()} variant="body-small" className={styles.back}>
        <RiArrowLeftLine size={14} aria-hidden /> {t('people.person.back')}
      </Link>
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <Skeleton width="100%" height={320} />}
      {data && <Roles list={data} />}
    </div>
  );
}
