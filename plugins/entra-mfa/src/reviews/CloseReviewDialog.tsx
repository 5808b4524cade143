import { useState } from 'react';
import { TextAreaField } from '@backstage/ui';
import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { useWords } from '../messages/useWords';
import { useReviewItems } from './useReviewItems';
import { useCloseReview } from './useReviewSteps';

const undecided = { decision: 'open' };
const NAMED = 8;

/** Who has no decision yet, by name as far as there is room. */
function Undecided({ review }: { review: Review }) {
  const { t } = useWords();
  const { open } = review.counts;
  const { data } = useReviewItems(review, undecided);
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
  const [reason, setReason] = useState('');
  const close = useCloseReview(review);
  const { open } = review.counts;
  return (
    <ActionDialog
      label={t('reviews.close.open')}
      variant={open > 0 ? 'secondary' : 'primary'}
      title={t('reviews.close.title')}
      confirm={t('reviews.close.confirm')}
      action={close}
      isReady={open === 0 || reason.trim() !== ''}
      onConfirm={onSuccess =>
        close.mutate(open > 0 ? { reason: reason.trim(), open } : {}, {
          onSuccess,
        })
      }
    >
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
    </ActionDialog>
  );
}
