import { useState } from 'react';
import { Select, TextAreaField } from '@backstage/ui';
import type {
  Review,
  ReviewDecision,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { decisionsOf } from './decisionsOf';
import type { ItemValues } from './useItemFilter';
import { useDecideMany } from './useReviewSteps';

/** Decides for everyone in the list at once. */
export function DecideManyDialog(props: {
  review: Review;
  filter: ItemValues;
  total: number;
}) {
  const { t } = useWords();
  const { review, filter, total } = props;
  const [decision, setDecision] = useState<ReviewDecision | null>(null);
  const [note, setNote] = useState('');
  const decide = useDecideMany(review);
  const decisions = decisionsOf(review);
  return (
    <ActionDialog
      label={t('reviews.many.open', { count: total })}
      variant="secondary"
      title={t('reviews.many.title')}
      confirm={t('reviews.many.confirm')}
      action={decide}
      isReady={decision !== null}
      onConfirm={onSuccess => {
        if (decision) {
          decide.mutate(
            { decision, note: note.trim(), filter, expected: total },
            { onSuccess },
          );
        }
      }}
    >
      <p>{t('reviews.many.text', { count: total })}</p>
      <Select
        label={t('reviews.many.decision')}
        isRequired
        options={decisions.map(value => ({
          value,
          label: t(`reviews.decision.${camel(value)}`),
        }))}
        value={decision}
        onChange={key =>
          setDecision(decisions.find(name => name === key) ?? null)
        }
      />
      <TextAreaField
        label={t('reviews.note')}
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
    </ActionDialog>
  );
}
