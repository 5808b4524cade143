import { Alert } from '@backstage/ui';
import type { AssessedCounts } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { PeopleLink } from '../components/PeopleLink';
import { useWords } from '../messages/useWords';
import { atRiskWithoutMfa } from './atRiskWithoutMfa';

/** How many people at risk are not registered, with their list; nothing where nobody is, or it is not read. */
export function AtRiskBanner({
  counts: { atRiskUncovered: count },
}: {
  counts: Pick<AssessedCounts, 'atRiskUncovered'>;
}) {
  const { t } = useWords();
  return count > 0 ? (
    <Alert
      status="danger"
      icon
      role="status"
      title={
        <PeopleLink filter={atRiskWithoutMfa}>
          {t('risk.people', { count })}
        </PeopleLink>
      }
    />
  ) : null;
}
