import {
  entraMfaPeopleReadPermission,
  type Team,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import { SubTeams } from './SubTeams';
import shared from '../components/shared.module.css';
import styles from './cards.module.css';

/** What a team's card says of a team that is too small for its figures to be shown to the reader. */
export function SmallTeam({ team }: { team: Team }) {
  const { t } = useWords();
  return (
    <div className={styles.team}>
      <p className={shared.line}>
        {t('teams.small', { fewest: team.hideBelow })}
      </p>
      <p className={shared.smallLine}>
        {t('cards.group.whoMay', {
          permission: <code>{entraMfaPeopleReadPermission.name}</code>,
        })}
      </p>
      <SubTeams team={team} />
    </div>
  );
}
