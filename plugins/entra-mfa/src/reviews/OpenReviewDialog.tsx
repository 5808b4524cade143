import { TextField } from '@backstage/ui';
import { reviewIntervals } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useNavigate } from '../navigation/router';
import { ActionDialog } from '../components/ActionDialog';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import { FirstDayChoice } from './FirstDayChoice';
import { ReviewersChoice } from './ReviewersChoice';
import { ScopeChoice } from './ScopeChoice';
import { TimesChoice } from './TimesChoice';
import { useOpening } from './useOpening';
import { useOpenReview, useScheduleStep } from './useReviewSteps';

/** Opens a review and shows it, or has one opened again and again: of what, by whom, until when. */
export function OpenReviewDialog(props: {
  defaultTitle: string;
  /** Whether a review of risks is open: there is no second one. */
  isRisksOpen: boolean;
}) {
  const { t } = useWords();
  const params = usePageParams();
  const links = useLinks(params);
  const navigate = useNavigate();
  const open = useOpenReview();
  const schedule = useScheduleStep();
  const { isRisksOpen } = props;
  const { opening, change, isReady, dueOn, scope, reviewers } = useOpening(
    props.defaultTitle,
    isRisksOpen,
  );
  const { every, firstDay, within } = opening;
  const { tenant } = params;
  const title = opening.title.trim();
  const isOnce = every === 'once';
  const confirm = (close: () => void) =>
    isOnce
      ? open.mutate(
          { tenant, title, scope, reviewers, ...(dueOn && { dueOn }) },
          { onSuccess: ({ number }) => navigate(links.review(number)) },
        )
      : schedule.mutate(
          {
            action: 'new',
            body: {
              ...{ tenant, title, scope, reviewers, every, firstDay },
              dueDays: within || null,
            },
          },
          { onSuccess: close },
        );
  return (
    <ActionDialog
      label={t('reviews.open.open')}
      title={t('reviews.open.title')}
      confirm={t(isOnce ? 'reviews.open.confirm' : 'reviews.open.plan')}
      action={isOnce ? open : schedule}
      isReady={isReady}
      onConfirm={confirm}
    >
      <ScopeChoice
        opening={opening}
        isRisksOpen={isRisksOpen}
        onChange={change}
      />
      <TextField
        label={t('reviews.open.name')}
        isRequired
        maxLength={isOnce ? 100 : 80}
        value={opening.title}
        onChange={text => change({ title: text })}
      />
      <ReviewersChoice opening={opening} onChange={change} />
      <TimesChoice
        within={within}
        every={every}
        intervals={['once', ...reviewIntervals]}
        onChange={change}
      />
      {!isOnce && (
        <FirstDayChoice
          value={firstDay}
          onChange={day => change({ firstDay: day })}
        />
      )}
    </ActionDialog>
  );
}
