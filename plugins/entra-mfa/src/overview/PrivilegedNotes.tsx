import { Link } from '@backstage/ui';
import { type Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useSeesPeople } from '../api/useSeesPeople';
import { PeopleLink } from '../components/PeopleLink';
import { inScope } from '../navigation/filterValues';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { PrivilegedRolesNote } from '../roles/PrivilegedRolesNote';
import { RolesNotKnown } from '../roles/RolesNotKnown';
import { useWords } from '../messages/useWords';
import styles from './overview.module.css';

/** The figure of privileged people, whom to look at, and what of roles is not known. */
export function PrivilegedNotes({ overview }: { overview: Overview }) {
  const { t, figureOf } = useWords();
  const links = useLinks(usePageParams());
  const seesPeople = useSeesPeople();
  const { privileged, privilegedRoles, roles } = overview;
  return (
    <>
      {privileged && (
        <p className={styles.note}>
          {privileged.coverage.permille === null
            ? t('roles.nobody')
            : t(`roles.figure.${overview.basis}`, {
                covered: privileged.coverage.covered,
                counted:
                  privileged.coverage.covered + privileged.coverage.uncovered,
                figure: figureOf(privileged.coverage.permille) ?? '',
              })}{' '}
          {seesPeople && (
            <>
              <PeopleLink
                small
                filter={{
                  privileged: 'true',
                  state: inScope,
                }}
              >
                {t('roles.seeAll', { value: privileged.people })}
              </PeopleLink>
              {' · '}
            </>
          )}
          <Link variant="body-small" href={links.roles()}>
            {t('roles.byRole')}
          </Link>
        </p>
      )}
      {privileged && privileged.disabledWithRole > 0 && (
        <p className={styles.note}>
          <PeopleLink small filter={{ mark: 'disabled-with-role' }}>
            {t('roles.disabled', { count: privileged.disabledWithRole })}
          </PeopleLink>
        </p>
      )}
      {roles && <RolesNotKnown roles={roles} className={styles.note} />}
      {privileged && privilegedRoles && (
        <p className={styles.note}>
          <PrivilegedRolesNote roles={privilegedRoles} />
        </p>
      )}
    </>
  );
}
