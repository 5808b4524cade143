import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  TextAreaField,
} from '@backstage/ui';
import type { Review } from 'backstage-plugin-entra-mfa-common';
import { messageOf } from '../states/messageOf';
import { useWords } from '../words/useWords';
import { useReviewItems } from './useReviewItems';
import { useCloseReview } from './useReviewSteps';
import styles from './reviews.module.css';

const undecided = { decision: 'open' };
const NAMED = 8;

/** Who has no decision yet, by name as far as there is room. */
function Undecided({ review }: { review: Review }) {
  const { t } = useWords();
  const { open } = review.counts;
  const { data } = useReviewItems(review.tenant, review.number, undecided);
  const names = (data?.pages[0]?.items ?? [])
    .slice(0, NAMED)
    .map(({ then }) => then.displayName);
  const left = open - names.length;
  return (
    <p>
      {t('reviews.close.incomplete', {
        count: open,
        names: [
          ...names,
          ...(left > 0 ? [t('reviews.close.more', { left })] : []),
        ].join(', '),
      })}
    </p>
  );
}

/** Closes a review: with the open ones named and a reason where not all are decided. */
export function CloseReviewDialog({ review }: { review: Review }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const close = useCloseReview(review);
  const { open } = review.counts;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button size="small" variant={open > 0 ? 'secondary' : 'primary'}>
        {t('reviews.close.open')}
      </Button>
      <Dialog width={480}>
        <DialogHeader>{t('reviews.close.title')}</DialogHeader>
        <DialogBody>
          <div className={styles.form}>
            <p>{t('reviews.close.text')}</p>
            {open > 0 && (
              <>
                <Undecided review={review} />
                <TextAreaField
                  label={t('reviews.close.reason')}
                  isRequired
                  maxLength={1000}
                  value={reason}
                  onChange={setReason}
                />
              </>
            )}
            {close.error && (
              <p role="alert" className={styles.error}>
                {messageOf(close.error)}
              </p>
            )}
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={() => setOpen(false)}>
            {t('reviews.cancel')}
          </Button>
          <Button
            isDisabled={open > 0 && reason.trim() === ''}
            isPending={close.isPending}
            onPress={() =>
              close.mutate(open > 0 ? { reason: reason.trim(), open } : {}, {
                onSuccess: () => setOpen(false),
              })
            }
          >
            {t('reviews.close.confirm')}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
