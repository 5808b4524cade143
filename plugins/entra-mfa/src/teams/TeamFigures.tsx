import type { TeamSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { CoverageBar } from '../components/CoverageBar';
import { PeopleLink } from '../components/PeopleLink';
import table from '../components/table.module.css';
import { useBasis } from '../api/useBasis';
import { useWords } from '../messages/useWords';
import type { ShownTeam } from './shownTeam';
import { TeamForecast } from './TeamForecast';
import shared from '../components/shared.module.css';
import styles from './teams.module.css';

/** The figures of a team's row. */
export function TeamFigures({ team }: { team: ShownTeam<TeamSummary> }) {
  const { t, count, state, figureOf, targetOf, pointsOf } = useWords();
  const basis = useBasis();
  const { ref, title, coverage, targetPermille, change30Days } = team;
  const figure = figureOf(coverage.permille) ?? t('teams.nobody');
  const people = (value: number, label: string, states?: string) =>
    value > 0 ? (
      <PeopleLink
        filter={{ team: ref, ...(states && { state: states }) }}
        seen={team.anyNames}
        aria-label={t('teams.openPeople', {
          count: value,
          title,
          state: label,
        })}
      >
        {count(value)}
      </PeopleLink>
    ) : (
      count(0)
    );
  return (
    <>
      <td className={`${table.number} ${styles.wide}`}>
        {people(team.people, t('teams.all'))}
      </td>
      <td className={`${table.number} ${styles.wide}`}>
        {people(
          coverage.covered + coverage.uncovered,
          t('teams.counted'),
          'covered,uncovered',
        )}
      </td>
      <td className={table.number}>
        {people(coverage.uncovered, state('uncovered', basis), 'uncovered')}
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
      {wideDash}
      {dash}
      {dash}
      <td className={shared.quiet}>{t('teams.hidden')}</td>
      {wideDash}
      <td className={styles.wide}>–</td>
    </>
  );
}
