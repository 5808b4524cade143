import { Link } from '@backstage/ui';
import {
  entraMfaPeopleReadPermission,
  type Overview,
  type Unmatched,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { usePagedList } from '../api/usePagedList';
import { useSeesPeople } from '../api/useSeesPeople';
import { Pager } from '../components/Pager';
import { Panel } from '../components/Panel';
import { inScope } from '../navigation/filterValues';
import { useLinks, type Links } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { statusOf } from '../api/statusOf';
import { useWords } from '../messages/useWords';
import { UnmatchedExport } from './UnmatchedExport';
import shared from '../components/shared.module.css';
import styles from './data.module.css';

type Kind = Unmatched['items'][number]['kind'];

function UnmatchedList(props: {
  kind: Kind;
  title: string;
  count: number;
  links: Links;
}) {
  const { t, count } = useWords();
  const { tenant, at } = usePageParams();
  const { kind } = props;
  const found = usePagedList(
    'getUnmatched',
    {},
    { tenant, at, kind },
    { list: kind },
  );
  const forbidden = statusOf(found.error) === 403;
  const items = found.data?.items ?? [];
  return (
    <section className={styles.unmatched}>
      <h3 className={shared.subheading}>
        {props.title} <span className={styles.note}>{count(props.count)}</span>
      </h3>
      {forbidden && (
        <p className={styles.note}>
          {t('data.unmatched.noPermission', {
            permission: <code>{entraMfaPeopleReadPermission.name}</code>,
          })}
        </p>
      )}
      {found.error && !found.data && !forbidden && (
        <ErrorState error={found.error} onRetry={found.refetch} />
      )}
      {found.data && items.length === 0 && (
        <p className={styles.note}>{t('data.unmatched.none')}</p>
      )}
      <ul className={styles.list}>
        {items.map(item => (
          <li key={item.key}>
            {item.kind === 'catalog-user' ? (
              <Link href={props.links.entity(item.key)}>{item.label}</Link>
            ) : (
              item.label
            )}{' '}
            <code className={styles.note}>{item.key}</code>
          </li>
        ))}
      </ul>
      {items.length > 0 && <UnmatchedExport kind={kind} />}
      {items.length > 0 && <Pager paging={found.paging} rows={items.length} />}
    </section>
  );
}

/** People, entities and report rows that found no counterpart on the other side. */
export function UnmatchedPanel({ overview }: { overview: Overview }) {
  const { t, count } = useWords();
  const links = useLinks(usePageParams());
  const seesPeople = useSeesPeople();
  const { unmatched } = overview;
  return (
    <Panel title={t('data.unmatched.title')}>
      <div className={styles.columns}>
        <UnmatchedList
          kind="catalog-user"
          title={t('data.unmatched.catalogUsers')}
          count={unmatched.catalogUsersNotInEntra}
          links={links}
        />
        <UnmatchedList
          kind="report-row"
          title={t('data.unmatched.rows')}
          count={unmatched.rowsWithoutPerson}
          links={links}
        />
        <section className={styles.unmatched}>
          <h3 className={shared.subheading}>
            {t('data.unmatched.people')}{' '}
            <span className={styles.note}>
              {count(unmatched.peopleNotInCatalog)}
            </span>
          </h3>
          {seesPeople && (
            <Link
              href={links.people({
                inCatalog: 'false',
                state: inScope,
              })}
            >
              {t('data.unmatched.openPeople')}
            </Link>
          )}
        </section>
      </div>
    </Panel>
  );
}
