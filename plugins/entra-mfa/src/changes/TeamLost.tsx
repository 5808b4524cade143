import { Link } from '@backstage/ui';
import type { Team } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useLinks } from '../navigation/useLinks';
import { useWords } from '../messages/useWords';
import { KindIcon } from './KindLabel';
import { useChanges } from './useChanges';
import styles from './changes.module.css';

/** On a team's card: how many of its people lost their registration in the last seven days. */
export function TeamLost({ team }: { team: Team }) {
  const { t } = useWords();
  const links = useLinks({ tenant: team.tenant.id });
  const filter = { kind: 'lost', team: team.ref };
  const { data } = useChanges(team.tenant.id, filter, 1);
  const lost = data?.counts?.lost ?? 0;
  if (lost === 0) return null;
  return (
    <p className={styles.line}>
      <KindIcon kind="lost" />{' '}
      <Link href={links.changes(filter)}>
        {t('changes.alarm.title', { count: lost })}
      </Link>
    </p>
  );
}
