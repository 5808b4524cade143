import { useState } from 'react';
import { Link } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import {
  formatPermille,
  type TeamSummary,
} from 'backstage-plugin-entra-mfa-common';
import { CoverageBar } from '../figures/CoverageBar';
import { formatPoints } from '../figures/formatPoints';
import { formatTarget } from '../figures/formatTarget';
import table from '../figures/table.module.css';
import { useBasis } from '../overview/useBasis';
import { useLinks } from '../page/useLinks';
import { usePageParams } from '../page/usePageParams';
import { useWords } from '../words/useWords';
import { TeamForecast } from './TeamForecast';
import { useTeams } from './useTeams';
import styles from './teams.module.css';

function SubTeams({ parent, level }: { parent: string; level: number }) {
  const { data, hasNextPage, fetchNextPage } = useTeams(usePageParams(), {
    parent,
  });
  const { t } = useWords();
  return (
    <>
      {data?.pages
        .flatMap(page => page.items)
        .map(team => (
          <TeamRow key={team.ref} team={team} level={level} />
        ))}
      {hasNextPage && (
        <tr>
          <td colSpan={7}>
            <button
              type="button"
              className={styles.more}
              onClick={() => fetchNextPage()}
            >
              {t('teams.more')}
            </button>
          </td>
        </tr>
      )}
    </>
  );
}

function Expander(props: {
  title: string;
  open: boolean;
  onToggle: () => void;
}) {
  const { t } = useWords();
  const { title, open } = props;
  const Icon = open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <button
      type="button"
      className={styles.expander}
      aria-expanded={open}
      aria-label={t(open ? 'teams.collapse' : 'teams.expand', { title })}
      onClick={props.onToggle}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}

/** A team with its figures; opened, its sub-teams below it. */
export function TeamRow(props: {
  team: TeamSummary;
  level: number;
  /** A team that stands alone is opened at once. */
  startOpen?: boolean;
}) {
  const { team, level, startOpen = false } = props;
  const { t, count, state } = useWords();
  const basis = useBasis();
  const links = useLinks(usePageParams());
  const [open, setOpen] = useState(startOpen);
  const { ref, title, coverage, targetPermille, change30Days } = team;
  const figure = formatPermille(coverage.permille) ?? t('teams.nobody');
  return (
    <>
      <tr>
        <th scope="row">
          <span
            className={styles.team}
            style={{ paddingInlineStart: `calc(${level} * 1.25rem)` }}
          >
            {team.subTeams > 0 ? (
              <Expander
                title={title}
                open={open}
                onToggle={() => setOpen(!open)}
              />
            ) : (
              <span className={styles.leaf} />
            )}
            <Link href={links.entity(ref)}>{title}</Link>
          </span>
        </th>
        <td className={`${table.number} ${styles.wide}`}>
          {count(team.people)}
        </td>
        <td className={table.number}>
          {coverage.uncovered > 0 ? (
            <Link
              href={links.people({ state: 'uncovered', team: ref })}
              aria-label={t('teams.openPeople', {
                value: coverage.uncovered,
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
            <span className={styles.figure}>{figure}</span>
            <CoverageBar
              figure={coverage}
              targetPermille={targetPermille}
              label={`${figure}, ${t('general.target', {
                target: formatTarget(targetPermille),
              })}`}
            />
          </span>
        </td>
        <td className={`${table.number} ${styles.wide}`}>
          {change30Days === null ? '–' : formatPoints(change30Days)}
        </td>
        <td className={styles.wide}>
          <TeamForecast forecast={team.forecast} />
        </td>
      </tr>
      {open && <SubTeams parent={ref} level={level + 1} />}
    </>
  );
}
