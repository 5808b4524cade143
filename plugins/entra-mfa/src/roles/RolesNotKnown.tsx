import type { RolesStatus } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { isNotKnown } from './whatIsKnown';

const permissions: Record<keyof RolesStatus, string> = {
  active: 'RoleManagement.Read.Directory',
  eligible: 'RoleManagement.Read.Directory',
  groups: 'GroupMember.Read.All',
  groupEligibility: 'PrivilegedEligibilitySchedule.Read.AzureADGroup',
};

/** What is not known of roles, and why: not known is never none. */
export function RolesNotKnown(props: {
  roles: RolesStatus;
  className: string;
}) {
  const { roles, className } = props;
  const { t } = useWords();
  // Without active roles nothing is known of anybody, so that one line says it all.
  const parts: (keyof RolesStatus)[] = isNotKnown(roles.active)
    ? ['active']
    : ['eligible', 'groups', 'groupEligibility'];
  const notKnown = parts.flatMap(part => {
    const status = roles[part];
    return isNotKnown(status) ? [{ part, status }] : [];
  });
  return (
    <>
      {notKnown.map(({ part, status }) => (
        <p key={part} className={className}>
          {t(`roles.${part}NotKnown`, {
            why: t(`roles.why.${camel(status)}`, {
              permission: permissions[part],
            }),
          })}
        </p>
      ))}
      {notKnown.length > 0 && parts[0] !== 'active' && (
        <p className={className}>{t('roles.mayBeMore')}</p>
      )}
      {roles.eligible === 'no-licence' && (
        <p className={className}>{t('roles.nobodyEligible')}</p>
      )}
    </>
  );
}
