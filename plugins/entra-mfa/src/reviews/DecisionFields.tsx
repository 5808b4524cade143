import { TextField, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  reviewDecisions,
  type ReviewDecision,
  type ReviewItem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import styles from './reviews.module.css';

/** The four decisions on a person, and a note beside them while it is their turn. */
export function DecisionFields(props: {
  item: ReviewItem;
  isActive: boolean;
  isPending: boolean;
  note: string;
  onNote: (note: string) => void;
  /** Whether the note is what keeps a decision from being recorded. */
  needsNote: boolean;
  onDecide: (decision: ReviewDecision) => void;
}) {
  const { t } = useWords();
  const { item, isActive, isPending, note, onNote, needsNote, onDecide } =
    props;
  return (
    <div className={styles.decide}>
      <ToggleButtonGroup
        aria-label={t('reviews.decide', { name: item.then.displayName })}
        className={styles.chips}
        selectionMode="single"
        isDisabled={isPending}
        selectedKeys={item.decision ? [item.decision.decision] : []}
        onSelectionChange={keys => {
          // Pressing the one in force records it again, with the note of now.
          const [chosen = item.decision?.decision] = keys;
          const decision = reviewDecisions.find(name => name === chosen);
          if (decision) onDecide(decision);
        }}
      >
        {reviewDecisions.map(name => (
          <ToggleButton key={name} id={name} size="small">
            {t(`reviews.decision.${camel(name)}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {(isActive || note !== '' || needsNote) && (
        <div className={styles.noteField}>
          <TextField
            size="small"
            data-note
            aria-label={`${t('reviews.note')}: ${item.then.displayName}`}
            placeholder={t('reviews.note')}
            maxLength={1000}
            value={note}
            onChange={onNote}
          />
          {needsNote && (
            <p role="alert" className={styles.error}>
              {t('reviews.noteNeeded')}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
