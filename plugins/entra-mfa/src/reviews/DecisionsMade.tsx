import type {
  ReviewDecided,
  ReviewItem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { EntityName } from '../components/EntityName';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './reviews.module.css';

/** The decision on a person with who, when and why; and those that it took the place of. */
export function DecisionsMade({ item }: { item: ReviewItem }) {
  const { t, dayOf } = useWords();
  const { decision, earlier } = item;
  if (!decision) return null;
  const sentenceOf = (key: 'decidedBy' | 'earlier', made: ReviewDecided) => (
    <>
      {t(`reviews.${key}`, {
        decision: t(`reviews.decision.${camel(made.decision)}`),
        user: <EntityName of={made.by} />,
        date: dayOf(made.at),
      })}
      {made.note && <q className={styles.note}>{made.note}</q>}
    </>
  );
  return (
    <ul className={shared.plain}>
      <li>
        <strong>{sentenceOf('decidedBy', decision)}</strong>
      </li>
      {earlier.map(made => (
        <li key={made.at} className={styles.small}>
          {sentenceOf('earlier', made)}
        </li>
      ))}
    </ul>
  );
}
