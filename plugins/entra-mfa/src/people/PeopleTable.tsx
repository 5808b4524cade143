import {
  Cell,
  CellText,
  Table,
  useBreakpoint,
  type ColumnConfig,
  type TableProps,
} from '@backstage/ui';
import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Moment } from '../components/Moment';
import { StateLabel } from '../components/StateLabel';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { EmptyState } from '../states/EmptyState';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './people.module.css';

/** People, a row each, which opens the person. */
export function PeopleTable(props: {
  people: Person[] | undefined;
  /** How many more there are whom the reader does not see; null where that is not told. */
  hidden: number | null;
  isStale: boolean;
  pagination: TableProps<Person>['pagination'];
}) {
  const { t, stateOf, whyOf, tier, sinceOf } = useWords();
  const links = useLinks(usePageParams());
  const narrow = useBreakpoint().down('sm');
  const columns: ColumnConfig<Person>[] = [
    {
      id: 'person',
      label: t('people.column.person'),
      isRowHeader: true,
      minWidth: narrow ? 120 : 180,
      defaultWidth: '3fr',
      cell: person => (
        <CellText
          title={person.displayName}
          description={person.userPrincipalName}
        />
      ),
    },
    {
      id: 'state',
      label: t('people.column.state'),
      minWidth: narrow ? 130 : 170,
      defaultWidth: '3fr',
      cell: person => (
        <Cell>
          <StateLabel state={person.state} label={stateOf(person)} />
          <div className={styles.reason}>{whyOf(person)}</div>
        </Cell>
      ),
    },
    {
      id: 'tier',
      isHidden: narrow,
      label: t('people.column.tier'),
      minWidth: 130,
      defaultWidth: '2fr',
      cell: person => (
        <CellText
          title={
            person.state === 'out-of-scope' && person.tier === null
              ? '–'
              : tier(person.tier)
          }
          description={person.privileged ? t('general.privileged') : undefined}
        />
      ),
    },
    {
      id: 'team',
      isHidden: narrow,
      label: t('people.column.team'),
      minWidth: 120,
      defaultWidth: '2fr',
      cell: person => (
        <CellText
          title={
            person.teams.map(team => team.title).join(', ') ||
            t('people.noTeam')
          }
          color={person.teams.length > 0 ? 'primary' : 'secondary'}
        />
      ),
    },
    {
      id: 'since',
      isHidden: narrow,
      label: t('people.column.since'),
      minWidth: 170,
      defaultWidth: '1fr',
      cell: person => (
        <Cell className={shared.nowrap}>
          <Moment iso={person.since}>{sinceOf(person)}</Moment>
        </Cell>
      ),
    },
  ];
  return (
    <Table
      columnConfig={columns}
      data={props.people}
      isPending={!props.people}
      isStale={props.isStale}
      pagination={props.pagination}
      rowConfig={{ getHref: links.person }}
      emptyState={
        props.hidden === 0 ? (
          <EmptyState title={t('people.none.title')}>
            {t('people.none.text')}
          </EmptyState>
        ) : (
          <EmptyState
            title={
              props.hidden === null
                ? t('people.none.seen')
                : t('people.hidden.none', { count: props.hidden })
            }
          />
        )
      }
    />
  );
}
