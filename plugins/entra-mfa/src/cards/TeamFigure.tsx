import type { ShownTeam } from '../teams/shownTeam';
import { useWords, type Words } from '../messages/useWords';
import { basisOf } from './basisOf';
import { ListLink } from './ListLink';
import shared from '../components/shared.module.css';
import styles from './cards.module.css';

function whyNoFigure({ unknown, counts }: ShownTeam, t: Words['t']): string {
  if (unknown > 0) return t('cards.group.onlyUnknown', { count: unknown });
  const exempt = counts?.states.exempt ?? 0;
  return exempt > 0
    ? t('cards.group.onlyExempt', { count: exempt })
    : t('cards.group.nobody');
}

/** The first line of a team's card: its figure, that it has everyone, or that it has nobody. */
export function TeamFigure({
  team,
  target,
}: {
  team: ShownTeam;
  target: string;
}) {
  const { t, figureOf } = useWords();
  const { covered, uncovered, permille } = team.coverage;
  const counted = covered + uncovered;
  const capable = basisOf(team) === 'capable';
  if (counted === 0) {
    return <p className={shared.line}>{whyNoFigure(team, t)}</p>;
  }
  if (uncovered === 0) {
    return (
      <p className={shared.line}>
        <ListLink team={team} filter={{ state: 'covered' }} count={covered}>
          {t(capable ? 'cards.group.everyoneCapable' : 'cards.group.everyone', {
            count: counted,
          })}
        </ListLink>
      </p>
    );
  }
  return (
    <p className={styles.first}>
      <strong>
        <ListLink team={team} filter={{ state: 'covered' }} count={covered}>
          {t(capable ? 'cards.group.countCapable' : 'cards.group.count', {
            covered,
            counted,
          })}
        </ListLink>
      </strong>
      <span>
        <strong>{figureOf(permille)}</strong>{' '}
        <span className={shared.smallLine}>{target}</span>
      </span>
    </p>
  );
}
