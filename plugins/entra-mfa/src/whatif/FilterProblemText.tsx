import type { FilterProblem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import styles from './whatif.module.css';

/** How much of the filter is shown before the place, and after it. */
const AROUND = 24;

/** What is wrong with a filter, and where: the place is marked in what is written there. */
export function FilterProblemText(props: {
  filter: string;
  problem: FilterProblem;
}) {
  const { t } = useWords();
  const { filter, problem } = props;
  const { code, at, found } = problem;
  const expected = problem.expected
    .map(one => (one === 'property' ? t('scope.problem.property') : one))
    .join(', ');
  const isEnd =
    found === '' && (code === 'unexpected' || code === 'wrong-value');
  const what = isEnd
    ? t('scope.problem.ends', { expected })
    : t(`scope.problem.${camel(code)}`, { found, expected });
  const start = Math.max(0, at - 1 - AROUND);
  const end = at - 1 + found.length;
  return (
    <p className={styles.problem}>
      {t('scope.problem.at', { at, what })}
      <code aria-hidden>
        {start > 0 && '…'}
        {filter.slice(start, at - 1)}
        <mark>{found.slice(0, AROUND) || '\u00a0'}</mark>
        {filter.slice(end, end + AROUND)}
        {end + AROUND < filter.length && '…'}
      </code>
    </p>
  );
}
