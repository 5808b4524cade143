import { useState } from 'react';
import { TextField } from '@backstage/ui';
import { useNavigate } from '../navigation/router';
import { ActionDialog } from '../components/ActionDialog';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import { useOpenReview } from './useReviewSteps';

/** Opens a review under a title, and shows it. */
export function OpenReviewDialog({ defaultTitle }: { defaultTitle: string }) {
  const { t } = useWords();
  const params = usePageParams();
  const links = useLinks(params);
  const navigate = useNavigate();
  const [title, setTitle] = useState(defaultTitle);
  const open = useOpenReview();
  return (
    <ActionDialog
      label={t('reviews.open.open')}
      title={t('reviews.open.title')}
      confirm={t('reviews.open.confirm')}
      action={open}
      isReady={title.trim() !== ''}
      onConfirm={() =>
        open.mutate(
          { tenant: params.tenant, title: title.trim() },
          { onSuccess: ({ number }) => navigate(links.review(number)) },
        )
      }
    >
      <p>{t('reviews.open.text')}</p>
      <TextField
        label={t('reviews.open.name')}
        isRequired
        maxLength={100}
        value={title}
        onChange={setTitle}
      />
    </ActionDialog>
  );
}
