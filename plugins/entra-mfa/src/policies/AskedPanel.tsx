import type {
  AssessedCounts,
  Overview,
  PersonMark,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import { PeopleLink } from '../components/PeopleLink';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import { inScope } from '../navigation/filterValues';
import { PolicyTable } from './PolicyTable';
import styles from './policies.module.css';

const figures = [
  ['asked-not-registered', 'askedNotRegistered'],
  ['never-asked', 'neverAsked'],
  ['report-only-asks', 'reportOnlyAsks'],
] as const satisfies readonly [PersonMark, string][];

/** Who is asked for MFA and has not registered, and who has registered and is never asked. */
export function AskedPanel({
  overview: { asking, visibility },
  counts,
}: {
  overview: Pick<Overview, 'asking' | 'visibility'>;
  counts: Pick<AssessedCounts, 'marks'>;
}) {
  const { t } = useWords();
  if (!asking) {
    return visibility === 'all' ? (
      <Panel title={t('policies.title')}>
        <p className={styles.note}>{t('policies.notRead')}</p>
      </Panel>
    ) : null;
  }
  const { policies, securityDefaults, groupsKnown, list } = asking;
  return (
    <Panel
      title={t('policies.title')}
      aside={policies ? t('policies.aside', { count: policies.asking }) : ''}
    >
      {securityDefaults && <p>{t('policies.defaultsOn')}</p>}
      <ul className={shared.rows}>
        {figures.map(([mark, words]) => {
          const count = counts.marks[mark] ?? 0;
          return (
            <li key={mark}>
              {count > 0 ? (
                <PeopleLink filter={{ mark, state: inScope }}>
                  {t(`policies.${words}`, { count })}
                </PeopleLink>
              ) : (
                t(`policies.${words}`, { count })
              )}
              {count > 0 && (
                <div className={styles.note}>{t(`policies.${words}Text`)}</div>
              )}
            </li>
          );
        })}
      </ul>
      <p className={styles.note}>
        {policies && t('policies.counts', policies)}{' '}
        {securityDefaults === false && t('policies.countsOff')}{' '}
        {policies && !groupsKnown && t('policies.groupsNotKnown')}{' '}
        {t('policies.limits')}
      </p>
      {list && list.length > 0 && <PolicyTable policies={list} />}
    </Panel>
  );
}
