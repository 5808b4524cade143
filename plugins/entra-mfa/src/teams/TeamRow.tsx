import { useState } from 'react';
import { Link } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import type { TeamSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import { SmallTeamsNote } from './SmallTeamsNote';
import { NoFigures, TeamFigures } from './TeamFigures';
import { isShown } from './shownTeam';
import { useTeams } from './useTeams';
import styles from './teams.module.css';

function SubTeams({ parent, level }: { parent: string; level: number }) {
  const { data, hasNextPage, fetchNextPage } = useTeams(usePageParams(), {
    parent,
  });
  const { t } = useWords();
  const teams = data?.pages.flatMap(page => page.items) ?? [];
  return (
    <>
      {teams.map(team => (
        <TeamRow key={team.ref} team={team} level={level} />
      ))}
      {data && (
        <SmallTeamsNote teams={teams} hideBelow={data.pages[0].hideBelow} />
      )}
      {hasNextPage && (
        <tr>
          <td colSpan={8}>
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
  const links = useLinks(usePageParams());
  const [open, setOpen] = useState(startOpen);
  const { ref, title } = team;
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
        {isShown(team) ? <TeamFigures team={team} /> : <NoFigures />}
      </tr>
      {open && <SubTeams parent={ref} level={level + 1} />}
    </>
  );
}
