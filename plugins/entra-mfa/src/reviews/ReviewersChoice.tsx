import { Select, TextField } from '@backstage/ui';
import { reviewReviewerKinds } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import type { Opening } from './useOpening';

/** Says who is asked to decide. */
export function ReviewersChoice(props: {
  opening: Opening;
  onChange: (change: Partial<Opening>) => void;
}) {
  const { opening, onChange } = props;
  const { reviewers, users } = opening;
  const { t } = useWords();
  return (
    <>
      <Select
        label={t('reviews.open.reviewers')}
        options={reviewReviewerKinds.map(value => ({
          value,
          label: t(`reviews.open.by.${value}`),
        }))}
        value={reviewers}
        onChange={key =>
          onChange({ reviewers: reviewReviewerKinds.find(one => one === key) })
        }
      />
      {reviewers === 'leads' && <p>{t('reviews.open.leads')}</p>}
      {reviewers === 'users' && (
        <TextField
          label={t('reviews.open.users')}
          description={t('reviews.open.usersHint')}
          isRequired
          value={users}
          onChange={text => onChange({ users: text })}
        />
      )}
    </>
  );
}
