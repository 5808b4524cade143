import { useState } from 'react';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import type { TeamSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { cellClass } from '../components/DataTable';
import type { ListColumn } from '../components/ListTable';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import { SmallTeamsNote } from './SmallTeamsNote';
import { useTeams, type TeamsValues } from './useTeams';
import styles from './teams.module.css';

interface RowProps {
  level: number;
  columns: readonly ListColumn<TeamSummary>[];
  /** How teams are sorted, those below others too. */
  sorted: Pick<TeamsValues, 'sort' | 'order'>;
}

function SubTeams(props: RowProps & { parent: string }) {
  const { parent, ...rest } = props;
  const { columns, sorted } = rest;
  const { data, hasNextPage, fetchNextPage } = useTeams(usePageParams(), {
    parent,
    ...sorted,
  });
  const { t } = useWords();
  const teams = data?.pages.flatMap(page => page.items) ?? [];
  return (
    <>
      {teams.map(team => (
        <TeamRow key={team.ref} team={team} {...rest} />
      ))}
      {data && (
        <SmallTeamsNote
          teams={teams}
          hideBelow={data.pages[0].hideBelow}
          columns={columns.length}
        />
      )}
      {hasNextPage && (
        <tr>
          <td colSpan={columns.length}>
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
export function TeamRow(
  props: RowProps & {
    team: TeamSummary;
    /** A team that stands alone is opened at once. */
    startOpen?: boolean;
  },
) {
  const { team, startOpen = false, ...rest } = props;
  const { level, columns } = rest;
  const [open, setOpen] = useState(startOpen);
  const [name, ...figures] = columns;
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
                title={team.title}
                open={open}
                onToggle={() => setOpen(!open)}
              />
            ) : (
              <span className={styles.leaf} />
            )}
            {name.cell(team)}
          </span>
        </th>
        {figures.map(column => (
          <td key={column.id} className={cellClass(column)}>
            {column.cell(team)}
          </td>
        ))}
      </tr>
      {open && team.subTeams > 0 && (
        <SubTeams parent={team.ref} {...rest} level={level + 1} />
      )}
    </>
  );
}
