import type {
  HeldRole,
  PersonDetail,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './person.module.css';

function Roles({ held }: { held: HeldRole[] | null }) {
  const { t } = useWords();
  if (held === null) return <>{t('roles.person.notKnown')}</>;
  if (held.length === 0) return <>{t('roles.person.none')}</>;
  return (
    <ul className={shared.lines}>
      {held.map(role => (
        <li key={`${role.id} ${role.group} ${role.membership} ${role.scope}`}>
          {role.name ?? <code className={shared.breakable}>{role.id}</code>}{' '}
          <span className={styles.subtitle}>
            {[
              role.privileged && t('roles.person.privileged'),
              role.group &&
                t(
                  role.membership === 'eligible'
                    ? 'roles.person.canJoin'
                    : 'roles.person.through',
                  { group: role.groupName ?? role.group },
                ),
              role.scope &&
                role.scope !== '/' &&
                t('roles.person.scope', { scope: role.scope }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The roles that a person holds and can activate; what was not read is not known, never none. */
export function PersonRoles({ roles }: { roles: PersonDetail['roles'] }) {
  const { t } = useWords();
  return (
    <Panel title={t('roles.person.title')}>
      <dl className={styles.list}>
        <dt>{t('roles.person.active')}</dt>
        <dd>
          <Roles held={roles.active} />
        </dd>
        <dt>{t('roles.person.eligible')}</dt>
        <dd>
          <Roles held={roles.eligible} />
        </dd>
      </dl>
      {roles.active && !roles.groupsKnown && (
        <p className={styles.subtitle}>{t('roles.person.groupsNotKnown')}</p>
      )}
      {roles.eligibleInPart && (
        <p className={styles.subtitle}>{t('roles.person.eligibleInPart')}</p>
      )}
      {roles.eligible && !roles.groupEligibilityKnown && (
        <p className={styles.subtitle}>
          {t('roles.person.groupEligibilityNotKnown')}
        </p>
      )}
    </Panel>
  );
}
