import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import type { TeamSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useBasis } from '../api/useBasis';
import type { ListColumn } from '../components/ListTable';
import { PeopleLink } from '../components/PeopleLink';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { isShown, type ShownTeam } from './shownTeam';
import { TeamForecast } from './TeamForecast';
import shared from '../components/shared.module.css';
import { CoverageCell } from './CoverageCell';
import styles from './teams.module.css';

/** The columns of a list of teams. The figures of a team that is hidden are dashes, never zeros. */
export function useTeamColumns(): ListColumn<TeamSummary>[] {
  const { t, count, state, pointsOf } = useWords();
  const basis = useBasis();
  const links = useLinks(usePageParams());
  const ifShown =
    (
      cell: (team: ShownTeam<TeamSummary>) => ReactNode,
      hidden: ReactNode = '–',
    ) =>
    (team: TeamSummary) =>
      isShown(team) ? cell(team) : hidden;
  const people = (
    { ref, title, anyNames }: ShownTeam<TeamSummary>,
    value: number,
    label: string,
    states?: string,
  ) =>
    value > 0 ? (
      <PeopleLink
        filter={{ team: ref, ...(states && { state: states }) }}
        seen={anyNames}
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
  const uncovered = state('uncovered', basis);
  return [
    {
      id: 'team',
      label: t('teams.team'),
      sort: 'name',
      cell: ({ ref, title }) => <Link href={links.entity(ref)}>{title}</Link>,
    },
    {
      id: 'people',
      label: t('teams.people'),
      hint: t('teams.peopleHint'),
      isNumber: true,
      isExtra: true,
      sort: 'people',
      cell: ifShown(team => people(team, team.people, t('teams.all'))),
    },
    {
      id: 'counted',
      label: t('teams.counted'),
      hint: t('teams.countedHint'),
      isNumber: true,
      isExtra: true,
      sort: 'counted',
      cell: ifShown(team =>
        people(
          team,
          team.coverage.covered + team.coverage.uncovered,
          t('teams.counted'),
          'covered,uncovered',
        ),
      ),
    },
    {
      id: 'uncovered',
      label: uncovered,
      isNumber: true,
      sort: 'uncovered',
      cell: ifShown(team =>
        people(team, team.coverage.uncovered, uncovered, 'uncovered'),
      ),
    },
    {
      id: 'short',
      label: t('teams.short'),
      isNumber: true,
      sort: 'short',
      cell: ifShown(team => count(team.coverage.short)),
    },
    {
      id: 'coverage',
      label: t('teams.coverage'),
      className: styles.coverage,
      sort: 'coverage',
      cell: ifShown(
        ({ coverage, targetPermille }) => (
          <CoverageCell coverage={coverage} targetPermille={targetPermille} />
        ),
        <span className={shared.quiet}>{t('teams.hidden')}</span>,
      ),
    },
    {
      id: 'change',
      label: t('teams.change'),
      hint: t('teams.changeHint'),
      isNumber: true,
      isExtra: true,
      cell: ifShown(({ change30Days }) =>
        change30Days === null ? '–' : pointsOf(change30Days),
      ),
    },
    {
      id: 'forecast',
      label: t('forecast.column'),
      hint: t('forecast.columnHint'),
      isExtra: true,
      cell: ifShown(({ forecast }) => <TeamForecast forecast={forecast} />),
    },
  ];
}
