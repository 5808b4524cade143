import { useState } from 'react';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { RiUserSharedLine } from '@remixicon/react';
import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { EntitiesField } from '../components/EntitiesField';
import { useWords } from '../messages/useWords';
import { useHandOver } from './useReviewSteps';

/** Gives whom a reviewer of an open review has left to another user: the reviewer may have left. */
export function HandOverDialog(props: {
  review: Review;
  from: string;
  /** How many people the reviewer has left. */
  left: number;
}) {
  const { review, from, left } = props;
  const { t } = useWords();
  const step = useHandOver(review);
  const user = useEntityPresentation(from).primaryTitle;
  const [chosen, setChosen] = useState<string[]>([]);
  const [to] = chosen;
  return (
    <ActionDialog
      label={t('reviews.handOver.open', { user })}
      sign={<RiUserSharedLine />}
      title={t('reviews.handOver.title', { user })}
      confirm={t('reviews.handOver.confirm')}
      action={step}
      isReady={to !== undefined && to !== from}
      onOpen={() => setChosen([])}
      onConfirm={close => step.mutate({ from, to }, { onSuccess: close })}
    >
      <p>{t('reviews.handOver.text', { count: left })}</p>
      <EntitiesField
        label={t('reviews.handOver.to')}
        isRequired
        kinds={['User']}
        most={1}
        chosen={chosen}
        onChange={setChosen}
      />
    </ActionDialog>
  );
}
