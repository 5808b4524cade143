import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Moment } from '../components/Moment';
import { useNow } from '../components/useNow';
import { useWords } from '../messages/useWords';
import styles from './states.module.css';

/** What is wrong, what to do, and since when. */
export function ProblemList(props: {
  problems: Overview['freshness']['problems'];
}) {
  const { t, age } = useWords();
  const now = useNow();
  if (props.problems.length === 0) return null;
  return (
    <ul className={styles.problems}>
      {props.problems.map(problem => (
        <li key={`${problem.code} ${problem.dataSet} ${problem.message}`}>
          <strong>{problem.message}</strong> {problem.action}
          {problem.since && (
            <span className={styles.since}>
              <Moment iso={problem.since}>
                {t('states.problem.since', { age: age(problem.since, now) })}
              </Moment>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
