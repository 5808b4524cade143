import { Link } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { entraMfaRemindersManagePermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import type { FilterValues } from '../navigation/filterValues';
import { reminderFilterOf } from '../navigation/reminderFilter';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';

/** Leads to a campaign for those whom the list shows, where there can be one and the reader may make it. */
export function RemindLink(props: { filter: FilterValues }) {
  const { t } = useWords();
  const params = usePageParams();
  const links = useLinks(params);
  const { allowed } = usePermission({
    permission: entraMfaRemindersManagePermission,
  });
  const filter = reminderFilterOf(props.filter);
  if (!allowed || !filter || params.at) return null;
  return (
    <>
      <Link variant="body-small" href={links.reminders(filter)}>
        {t('people.remind')}
      </Link>
      {' · '}
    </>
  );
}
