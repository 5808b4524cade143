import { Link } from '@backstage/ui';
import {
  formatPermille,
  type Overview,
  type ReadStatus,
} from 'backstage-plugin-entra-mfa-common';
import { useLinks } from '../page/useLinks';
import { usePageParams } from '../page/usePageParams';
import { camel } from '../words/camel';
import { useWords, type Words } from '../words/useWords';
import styles from './overview.module.css';

const permissions = {
  active: 'RoleManagement.Read.Directory',
  eligible: 'RoleManagement.Read.Directory',
  groups: 'GroupMember.Read.All',
};

type Part = keyof typeof permissions;

function whyNot(
  t: Words['t'],
  part: Part,
  status: Exclude<ReadStatus, 'read'>,
): string {
  return t(`roles.why.${camel(status)}`, { permission: permissions[part] });
}

/** What is not known of roles, and why: not known is never none. */
function NotKnown({ roles }: { roles: NonNullable<Overview['roles']> }) {
  const { t } = useWords();
  // Without active roles nothing is known of anybody, so that one line says it all.
  const parts: Part[] =
    roles.active === 'read' ? ['eligible', 'groups'] : ['active'];
  return (
    <>
      {parts.map(part => {
        const status = roles[part];
        return (
          status !== 'read' && (
            <p key={part} className={styles.note}>
              {t(`roles.${part}NotKnown`, { why: whyNot(t, part, status) })}
            </p>
          )
        );
      })}
    </>
  );
}

/** The figure of privileged people, whom to look at, and what of roles is not known. */
export function PrivilegedNotes({ overview }: { overview: Overview }) {
  const { t } = useWords();
  const links = useLinks(usePageParams());
  const { privileged, roles } = overview;
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
                figure: formatPermille(privileged.coverage.permille) ?? '',
              })}{' '}
          <Link
            variant="body-small"
            href={links.people({
              privileged: 'true',
              state: 'covered,uncovered,unknown,exempt',
            })}
          >
            {t('roles.list')}
          </Link>
        </p>
      )}
      {privileged && privileged.disabledWithRole > 0 && (
        <p className={styles.note}>
          <Link
            variant="body-small"
            href={links.people({ mark: 'disabled-with-role' })}
          >
            {t('roles.disabled', { count: privileged.disabledWithRole })}
          </Link>
        </p>
      )}
      {roles && <NotKnown roles={roles} />}
    </>
  );
}
