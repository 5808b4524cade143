import { formatPermille, type Team } from 'backstage-plugin-entra-mfa-common';
import { useWords } from '../words/useWords';
import { basisOf } from './basisOf';
import styles from './cards.module.css';

/** The first line of a team's card: its figure, that it has everyone, or that it has nobody. */
export function TeamFigure({ team, target }: { team: Team; target: string }) {
  const { t } = useWords();
  const { covered, uncovered, permille } = team.coverage;
  const counted = covered + uncovered;
  const capable = basisOf(team) === 'capable';
  if (counted === 0) {
    return (
      <p className={styles.line}>
        {team.unknown > 0
          ? t('cards.group.onlyUnknown', { count: team.unknown })
          : t('cards.group.nobody')}
      </p>
    );
  }
  if (uncovered === 0) {
    return (
      <p className={styles.line}>
        {t(capable ? 'cards.group.everyoneCapable' : 'cards.group.everyone', {
          count: counted,
        })}
      </p>
    );
  }
  return (
    <p className={styles.first}>
      <strong>
        {t(capable ? 'cards.group.countCapable' : 'cards.group.count', {
          covered,
          counted,
        })}
      </strong>
      <span>
        <strong>{formatPermille(permille)}</strong>{' '}
        <span className={styles.small}>{target}</span>
      </span>
    </p>
  );
}
