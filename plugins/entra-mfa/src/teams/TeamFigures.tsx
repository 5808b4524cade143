import { Link } from '@backstage/ui';
import { type TeamSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { CoverageBar } from '../components/CoverageBar';
import table from '../components/table.module.css';
import { useBasis } from '../api/useBasis';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import type { ShownTeam } from './shownTeam';
import { TeamForecast } from './TeamForecast';
import shared from '../components/shared.module.css';
import styles from './teams.module.css';

/** The figures of a team's row. */
export function TeamFigures({ team }: { team: ShownTeam<TeamSummary> }) {
  const { t, count, state, figureOf, targetOf, pointsOf } = useWords();
  const basis = useBasis();
  const links = useLinks(usePageParams());
  const { ref, title, coverage, targetPermille, change30Days } = team;
  const figure = figureOf(coverage.permille) ?? t('teams.nobody');
  return (
    <>
      <td className={`${table.number} ${styles.wide}`}>{count(team.people)}</td>
      <td className={table.number}>
        {coverage.uncovered > 0 ? (
          <Link
            href={links.people({ state: 'uncovered', team: ref })}
            aria-label={t('teams.openPeople', {
              count: coverage.uncovered,
              title,
              state: state('uncovered', basis),
            })}
          >
            {count(coverage.uncovered)}
          </Link>
        ) : (
          count(0)
        )}
      </td>
      <td className={table.number}>{count(coverage.short)}</td>
      <td>
        <span className={styles.figureAndBar}>
          <span className={shared.number}>{figure}</span>
          <CoverageBar
            figure={coverage}
            targetPermille={targetPermille}
            label={`${figure}, ${t('general.target', {
              target: targetOf(targetPermille),
            })}`}
          />
        </span>
      </td>
      <td className={`${table.number} ${styles.wide}`}>
        {change30Days === null ? '–' : pointsOf(change30Days)}
      </td>
      <td className={styles.wide}>
        <TeamForecast forecast={team.forecast} />
      </td>
    </>
  );
}

/** The row of a team whose figures are hidden: dashes, never zeros. */
export function NoFigures() {
  const { t } = useWords();
  const dash = <td className={table.number}>–</td>;
  const wideDash = <td className={`${table.number} ${styles.wide}`}>–</td>;
  return (
    <>
      {wideDash}
      {dash}
      {dash}
      <td className={shared.quiet}>{t('teams.hidden')}</td>
      {wideDash}
      <td className={styles.wide}>–</td>
    </>
  );
}
