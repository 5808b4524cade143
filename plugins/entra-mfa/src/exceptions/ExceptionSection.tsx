import { Skeleton } from '@backstage/ui';
import type {
  exceptionSorts,
  ExceptionState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Pager } from '../components/Pager';
import { useExceptionList } from './useExceptionList';
import { ErrorState } from '../states/ErrorState';
import { useWords } from '../messages/useWords';
import { ExceptionItem } from './ExceptionItem';
import shared from '../components/shared.module.css';
import styles from './exceptions.module.css';

/** Exceptions of some states under their heading, with how many there are. */
export function ExceptionSection(props: {
  name: 'waiting' | 'inForce' | 'over';
  states: readonly ExceptionState[];
  sort: (typeof exceptionSorts)[number];
  /** What is searched. */
  q?: string;
}) {
  const { name, states, sort, q } = props;
  const { t, count } = useWords();
  const found = useExceptionList(name, states, sort, q);
  const first = found.data;
  const items = first?.items ?? [];
  const total =
    first?.totalItems ??
    states.reduce((sum, state) => sum + (first?.states[state] ?? 0), 0);
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>
        {t(`exceptions.section.${name}`)}{' '}
        {first && <span className={styles.count}>{count(total)}</span>}
      </h3>
      {found.error && !found.data && (
        <ErrorState error={found.error} onRetry={found.refetch} />
      )}
      {!found.error && !found.data && <Skeleton width="100%" height={64} />}
      {first && items.length === 0 && (
        <p className={styles.nothing}>
          {q
            ? t('exceptions.nothing.search', { query: q })
            : t(`exceptions.nothing.${name}`)}
        </p>
      )}
      <ul className={shared.plain}>
        {items.map(exception => (
          <ExceptionItem key={exception.id} exception={exception} />
        ))}
      </ul>
      {items.length > 0 && <Pager paging={found.paging} rows={items.length} />}
    </section>
  );
}
