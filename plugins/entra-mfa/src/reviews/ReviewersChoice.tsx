import { Select } from '@backstage/ui';
import {
  reviewReviewerKinds,
  reviewUsersLimit,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { EntitiesField } from '../components/EntitiesField';
import { useWords } from '../messages/useWords';
import type { Opening } from './useOpening';

/** Says who is asked to decide. */
export function ReviewersChoice(props: {
  opening: Pick<Opening, 'reviewers' | 'users'>;
  onChange: (change: Partial<Pick<Opening, 'reviewers' | 'users'>>) => void;
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
        <EntitiesField
          label={t('reviews.open.users')}
          description={t('reviews.open.usersHint')}
          isRequired
          kinds={['User']}
          most={reviewUsersLimit}
          chosen={users}
          onChange={refs => onChange({ users: refs })}
        />
      )}
    </>
  );
}
