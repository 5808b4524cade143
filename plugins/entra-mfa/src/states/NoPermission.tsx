import {
  entraMfaComplianceReadPermission,
  entraMfaCountsReadPermission,
  entraMfaPeopleReadPermission,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ReactNode } from 'react';
import { useWords } from '../messages/useWords';
import { Notice } from './Notice';

const permissions = {
  counts: entraMfaCountsReadPermission.name,
  people: entraMfaPeopleReadPermission.name,
  compliance: entraMfaComplianceReadPermission.name,
};

/** Says which permission is missing, and whom to ask. */
export function NoPermission(props: {
  what: keyof typeof permissions;
  children?: ReactNode;
}) {
  const { what, children } = props;
  const { t } = useWords();
  return (
    <Notice title={t('states.noPermission.title')}>
      {children}
      <p>
        {t(`states.noPermission.${what}`, {
          permission: <code>{permissions[what]}</code>,
        })}
      </p>
    </Notice>
  );
}
