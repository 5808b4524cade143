import { Link } from '@backstage/ui';
import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import { PeopleLink } from '../components/PeopleLink';
import { inScope } from '../navigation/filterValues';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import type { OverviewPartProps } from './OverviewPartProps';
import { ScopeRules } from './ScopeRules';
import shared from '../components/shared.module.css';
import styles from './overview.module.css';

function Sum(props: { directory: NonNullable<Overview['directory']> }) {
  const { t, count, scopeClass } = useWords();
  const { directory } = props;
  const parts = [
    {
      key: 'in-scope',
      count: directory.inScope.reduce((sum, part) => sum + part.count, 0),
      label: t('overview.notCounted.inScopeLabel'),
      filter: { state: inScope },
    },
    ...directory.leftOut
      .filter(part => part.count > 0)
      .map(part => ({
        key: part.scopeClass,
        count: part.count,
        label: scopeClass(part.scopeClass),
        filter: { scopeClass: part.scopeClass },
      })),
  ];
  return (
    <p className={styles.sum}>
      <span className={shared.nowrap}>
        {t('overview.notCounted.directory')}{' '}
        <strong>{count(directory.total)}</strong> =
      </span>{' '}
      {parts.map((part, index) => (
        <span key={part.key} className={shared.nowrap}>
          {index > 0 && '+ '}
          <strong>{count(part.count)}</strong>{' '}
          <PeopleLink filter={part.filter}>{part.label}</PeopleLink>{' '}
        </span>
      ))}
    </p>
  );
}

/** The directory as a sum: in scope and each class left out, and what stands beside the sum. */
export function NotCountedPanel({ overview }: OverviewPartProps) {
  const { t, count } = useWords();
  const links = useLinks(usePageParams());
  const { counts, directory, unmatched } = overview;
  const mailboxes = counts?.marks['shared-mailbox'] ?? 0;
  const beside = [
    {
      label: t('overview.notCounted.notInCatalog'),
      count: unmatched.peopleNotInCatalog,
      filter: {
        inCatalog: 'false',
        state: inScope,
      },
    },
    {
      label: t('overview.notCounted.catalogUsers'),
      count: unmatched.catalogUsersNotInEntra,
    },
    {
      label: t('overview.notCounted.rows'),
      count: unmatched.rowsWithoutPerson,
    },
  ].filter(entry => entry.count > 0);
  return (
    <Panel title={t('overview.notCounted.title')}>
      {directory && <Sum directory={directory} />}
      <ScopeRules rules={overview.scopeRules} />
      {mailboxes > 0 && (
        <p className={styles.note}>
          {t('overview.notCounted.counted')} {count(mailboxes)}
          {'\u00a0'}
          <PeopleLink filter={{ mark: 'shared-mailbox', state: inScope }} small>
            {t('overview.notCounted.mailbox', { count: mailboxes })}
          </PeopleLink>
        </p>
      )}
      {beside.length > 0 && (
        <p className={styles.note}>
          {t('overview.notCounted.beside')}{' '}
          {beside.map((entry, index) => (
            <span key={entry.label}>
              {index > 0 && ' · '}
              {count(entry.count)}
              {'\u00a0'}
              {entry.filter ? (
                <PeopleLink filter={entry.filter} small>
                  {entry.label}
                </PeopleLink>
              ) : (
                <Link href={links.connections()} variant="body-small">
                  {entry.label}
                </Link>
              )}
            </span>
          ))}
        </p>
      )}
    </Panel>
  );
}
