import { Link } from '@backstage/ui';
import type {
  Person,
  PersonTenants,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useOverview } from '../api/useOverview';
import { useRead } from '../api/useRead';
import { StateLabel } from '../components/StateLabel';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import shared from '../components/shared.module.css';
import styles from './person.module.css';

function Elsewhere({ item }: { item: PersonTenants['items'][number] }) {
  const { t, stateOf, mark } = useWords();
  const { at } = usePageParams();
  const { tenant, person, stale } = item;
  const links = useLinks({ tenant: tenant.id, at });
  const notes = [
    person.marks.includes('at-risk') && mark('at-risk'),
    stale && t('people.person.elsewhere.stale'),
  ].filter(Boolean);
  return (
    <li data-stale={stale}>
      <Link href={links.person(person)} variant="body-small">
        {t('people.person.elsewhere.in', { tenant: tenant.name })}
      </Link>{' '}
      <StateLabel state={person.state} label={stateOf(person)} />
      {notes.length > 0 && (
        <span className={shared.small}> {notes.join(' · ')}</span>
      )}
    </li>
  );
}

/** In which other tenants a person is, by their User of the catalog, and how they are counted there. */
export function PersonElsewhere({ person }: { person: Person }) {
  const { t } = useWords();
  const params = usePageParams();
  const { data: overview } = useOverview(params);
  const { data } = useRead(
    'getPersonTenants',
    { tenant: person.tenant, id: person.id },
    { at: params.at },
    {
      enabled: person.entityRef !== null && (overview?.tenants.length ?? 0) > 1,
    },
  );
  if (!data || data.items.length === 0) return null;
  return (
    <ul
      className={`${shared.lines} ${styles.elsewhere}`}
      aria-label={t('people.person.elsewhere.title')}
    >
      {data.items.map(item => (
        <Elsewhere key={`${item.tenant.id} ${item.person.id}`} item={item} />
      ))}
    </ul>
  );
}
