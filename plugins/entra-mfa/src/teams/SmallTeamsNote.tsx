import type { TeamSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import styles from './teams.module.css';

/** Below rows of teams of which some have no figures: why. */
export function SmallTeamsNote(props: {
  teams: readonly TeamSummary[];
  hideBelow: number;
  /** How many columns there are. */
  columns: number;
}) {
  const { t } = useWords();
  return props.teams.some(team => team.hidden) ? (
    <tr>
      <td colSpan={props.columns}>
        <span className={styles.note}>
          {t('teams.small', { fewest: props.hideBelow })}
        </span>
      </td>
    </tr>
  ) : null;
}
