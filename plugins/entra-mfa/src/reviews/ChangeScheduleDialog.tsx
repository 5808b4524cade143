import { useState } from 'react';
import { TextField } from '@backstage/ui';
import {
  reviewIntervals,
  type ReviewSchedule,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { useWords } from '../messages/useWords';
import { ReviewersChoice } from './ReviewersChoice';
import { TimesChoice } from './TimesChoice';
import { hasReviewers, reviewersIn } from './useOpening';
import { useScheduleStep } from './useReviewSteps';

const draftOf = (schedule: ReviewSchedule) => ({
  version: schedule.version,
  title: schedule.title,
  reviewers: schedule.reviewers.kind,
  users: schedule.reviewers.users as readonly string[],
  within: schedule.dueDays ?? 0,
  every: schedule.every,
});

/** Changes what the next reviews of a schedule are opened with. It begins with what is shown when it is opened. */
export function ChangeScheduleDialog(props: { schedule: ReviewSchedule }) {
  const { t } = useWords();
  const step = useScheduleStep();
  const { schedule } = props;
  const { id, tenant } = schedule;
  const [draft, setDraft] = useState(() => draftOf(schedule));
  const change = (changed: Partial<typeof draft>) =>
    setDraft(before => ({ ...before, ...changed }));
  const { version, every, within } = draft;
  const title = draft.title.trim();
  return (
    <ActionDialog
      label={t('reviews.change.open')}
      variant="secondary"
      title={t('reviews.change.title', { title: schedule.title })}
      confirm={t('reviews.change.confirm')}
      action={step}
      isReady={title !== '' && hasReviewers(draft)}
      onOpen={() => setDraft(draftOf(schedule))}
      onConfirm={close =>
        step.mutate(
          {
            ...{ action: 'change', id, tenant },
            body: {
              ...{ version, title, every, dueDays: within || null },
              reviewers: reviewersIn(draft),
            },
          },
          { onSuccess: close },
        )
      }
    >
      <p>{t('reviews.change.text')}</p>
      <TextField
        label={t('reviews.open.name')}
        isRequired
        maxLength={80}
        value={draft.title}
        onChange={text => change({ title: text })}
      />
      <ReviewersChoice opening={draft} onChange={change} />
      <TimesChoice
        within={within}
        every={every}
        intervals={reviewIntervals}
        onChange={change}
      />
    </ActionDialog>
  );
}
