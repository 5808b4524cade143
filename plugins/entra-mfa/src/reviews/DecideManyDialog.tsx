import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  Select,
  TextAreaField,
} from '@backstage/ui';
import {
  reviewDecisions,
  type Review,
  type ReviewDecision,
} from 'backstage-plugin-entra-mfa-common';
import { messageOf } from '../states/messageOf';
import { camel } from '../words/camel';
import { useWords } from '../words/useWords';
import type { ItemValues } from './useItemFilter';
import { useDecideMany } from './useReviewSteps';
import styles from './reviews.module.css';

/** Decides on everybody whom the filters find, at once. */
export function DecideManyDialog(props: {
  review: Review;
  filter: ItemValues;
  total: number;
}) {
  const { t } = useWords();
  const { review, filter, total } = props;
  const [isOpen, setOpen] = useState(false);
  const [decision, setDecision] = useState<ReviewDecision | null>(null);
  const [note, setNote] = useState('');
  const decide = useDecideMany(review);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button size="small" variant="secondary">
        {t('reviews.many.open', { count: total })}
      </Button>
      <Dialog width={480}>
        <DialogHeader>{t('reviews.many.title')}</DialogHeader>
        <DialogBody>
          <div className={styles.form}>
            <p>{t('reviews.many.text', { count: total })}</p>
            <Select
              label={t('reviews.many.decision')}
              isRequired
              options={reviewDecisions.map(value => ({
                value,
                label: t(`reviews.decision.${camel(value)}`),
              }))}
              value={decision}
              onChange={key =>
                setDecision(reviewDecisions.find(name => name === key) ?? null)
              }
            />
            <TextAreaField
              label={t('reviews.note')}
              maxLength={1000}
              value={note}
              onChange={setNote}
            />
            {decide.error && (
              <p role="alert" className={styles.error}>
                {messageOf(decide.error)}
              </p>
            )}
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={() => setOpen(false)}>
            {t('reviews.cancel')}
          </Button>
          <Button
            isDisabled={decision === null}
            isPending={decide.isPending}
            onPress={() => {
              if (decision) {
                decide.mutate(
                  { decision, note: note.trim(), filter, expected: total },
                  { onSuccess: () => setOpen(false) },
                );
              }
            }}
          >
            {t('reviews.many.confirm')}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
