import {
  entraMfaCountsReadPermission,
  entraMfaPeopleReadPermission,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import { Notice } from './Notice';

const permissions = {
  counts: entraMfaCountsReadPermission.name,
  people: entraMfaPeopleReadPermission.name,
};

/** Says which permission is missing, and whom to ask. */
export function NoPermission({ what }: { what: keyof typeof permissions }) {
  const { t } = useWords();
  return (
    <Notice title={t('states.noPermission.title')}>
      <p>
        {t(`states.noPermission.${what}`, {
          permission: <code>{permissions[what]}</code>,
        })}
      </p>
    </Notice>
  );
}
