import { Link } from '@backstage/ui';
import type {
  Change,
  ChangeSide,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ListColumn } from '../components/ListTable';
import { Moment } from '../components/Moment';
import { StateLabel } from '../components/StateLabel';
import { saysMore } from '../components/Why';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { KindLabel } from './KindLabel';
import shared from '../components/shared.module.css';
import table from '../components/table.module.css';

function Side({ side }: { side: ChangeSide | null }) {
  const { t, stateOf, reason, tier } = useWords();
  if (!side) return <span className={table.beside}>{t('changes.absent')}</span>;
  return (
    <span className={table.line}>
      <StateLabel state={side.state} label={stateOf(side)} />
      {(side.registered || saysMore(side.reason)) && (
        <span className={table.beside}>
          {side.registered ? tier(side.tier) : reason(side.reason)}
        </span>
      )}
    </span>
  );
}

function Person({ change }: { change: Change }) {
  const { t } = useWords();
  const links = useLinks(usePageParams());
  const { before, after } = change;
  const shown = after ?? before;
  const formerly =
    before && after && before.displayName !== after.displayName
      ? before.displayName
      : undefined;
  return (
    <span className={table.line}>
      {after ? (
        <Link href={links.person(change)}>{after.displayName}</Link>
      ) : (
        shown?.displayName
      )}
      <span className={table.beside}>{shown?.userPrincipalName}</span>
      {formerly && (
        <span className={table.beside}>
          {t('changes.formerly', { name: formerly })}
        </span>
      )}
    </span>
  );
}

/** The columns of who changed: how they were, how they are, and when it happened last. */
export function useChangeColumns(): ListColumn<Change>[] {
  const { t, dayOf } = useWords();
  return [
    {
      id: 'person',
      label: t('changes.column.person'),
      className: `${table.cut} ${table.name}`,
      sort: 'name',
      cell: change => <Person change={change} />,
    },
    {
      id: 'kind',
      label: t('changes.column.kind'),
      sort: 'kind',
      cell: ({ kind }) => <KindLabel kind={kind} />,
    },
    {
      id: 'before',
      label: t('changes.column.before'),
      isExtra: true,
      className: `${table.cut} ${table.half}`,
      cell: ({ before }) => <Side side={before} />,
    },
    {
      id: 'after',
      label: t('changes.column.after'),
      isExtra: true,
      className: `${table.cut} ${table.half}`,
      cell: ({ after }) => <Side side={after} />,
    },
    {
      id: 'team',
      label: t('changes.column.team'),
      isExtra: true,
      className: table.cut,
      cell: ({ teams }) =>
        teams.map(({ title }) => title).join(', ') || t('people.noTeam'),
    },
    {
      id: 'at',
      label: t('changes.column.at'),
      className: shared.nowrap,
      sort: 'at',
      cell: ({ at }) => <Moment iso={at}>{dayOf(at)}</Moment>,
    },
  ];
}
