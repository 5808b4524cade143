import { Link } from '@backstage/ui';
import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ListColumn } from '../components/ListTable';
import { Moment } from '../components/Moment';
import { StateLabel } from '../components/StateLabel';
import { saysMore, Why } from '../components/Why';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import shared from '../components/shared.module.css';
import table from '../components/table.module.css';

/** What the list of people shows of each; the person is opened by the name. */
export function usePeopleColumns(): ListColumn<Person>[] {
  const { t, stateOf, tier, mark, method, sinceOf, dayOf } = useWords();
  const links = useLinks(usePageParams());
  return [
    {
      id: 'person',
      label: t('people.column.person'),
      className: `${table.cut} ${table.name}`,
      sort: 'name',
      cell: person => (
        <span className={table.line}>
          <Link href={links.person(person)}>{person.displayName}</Link>
          <span className={table.beside}>{person.userPrincipalName}</span>
        </span>
      ),
    },
    {
      id: 'state',
      label: t('people.column.state'),
      className: `${table.cut} ${table.wide}`,
      cell: person => (
        <span className={table.line}>
          <StateLabel state={person.state} label={stateOf(person)} />
          {saysMore(person.reason) && (
            <span className={table.beside}>
              <Why person={person} />
            </span>
          )}
          {person.marks.includes('at-risk') && (
            <span className={table.beside}>{mark('at-risk')}</span>
          )}
        </span>
      ),
    },
    {
      id: 'privileged',
      label: t('people.column.privileged'),
      isExtra: true,
      sort: 'privileged',
      cell: ({ privileged }) => {
        if (privileged === null) return t('people.person.facts.notKnown');
        return privileged ? t('general.privileged') : '–';
      },
    },
    {
      id: 'tier',
      label: t('people.column.tier'),
      isExtra: true,
      className: shared.nowrap,
      sort: 'tier',
      cell: person =>
        person.state === 'out-of-scope' && person.tier === null
          ? '–'
          : tier(person.tier),
    },
    {
      id: 'team',
      label: t('people.column.team'),
      isExtra: true,
      className: table.cut,
      cell: ({ teams }) =>
        teams.length > 0 ? (
          teams.map(({ title }) => title).join(', ')
        ) : (
          <span className={shared.quiet}>{t('people.noTeam')}</span>
        ),
    },
    {
      id: 'since',
      label: t('people.column.since'),
      isExtra: true,
      className: shared.nowrap,
      sort: 'since',
      cell: person => <Moment iso={person.since}>{sinceOf(person)}</Moment>,
    },
    {
      id: 'methods',
      label: t('people.person.facts.methods'),
      isExtra: true,
      isOff: true,
      className: table.cut,
      cell: ({ methods }) => methods.map(method).join(', ') || '–',
    },
    {
      id: 'marks',
      label: t('people.person.facts.marks'),
      isExtra: true,
      isOff: true,
      className: table.cut,
      cell: ({ marks }) => marks.map(mark).join(', ') || '–',
    },
    {
      id: 'created',
      label: t('people.person.facts.createdAt'),
      isExtra: true,
      isOff: true,
      className: shared.nowrap,
      cell: ({ createdAt }) => (createdAt ? dayOf(createdAt) : '–'),
    },
  ];
}
