import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type {
  ReviewDecision,
  ReviewItem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import styles from './reviews.module.css';

/** The decisions on a person, the one in force pressed. */
export function DecisionButtons(props: {
  item: ReviewItem;
  decisions: readonly ReviewDecision[];
  isPending: boolean;
  onDecide: (decision: ReviewDecision) => void;
}) {
  const { t } = useWords();
  const { item, decisions, isPending, onDecide } = props;
  return (
    <ToggleButtonGroup
      aria-label={t('reviews.decide', { name: item.then.displayName })}
      className={styles.decisions}
      selectionMode="single"
      isDisabled={isPending}
      selectedKeys={item.decision ? [item.decision.decision] : []}
      onSelectionChange={keys => {
        // Pressing the one in force records it again, with the note of now.
        const [chosen = item.decision?.decision] = keys;
        const decision = decisions.find(name => name === chosen);
        if (decision) onDecide(decision);
      }}
    >
      {decisions.map(name => (
        <ToggleButton key={name} id={name} size="small">
          {t(`reviews.decision.${camel(name)}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
