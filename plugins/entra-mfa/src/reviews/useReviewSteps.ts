import {
  useMutation,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query';
import {
  reviewItemReviewers,
  type Review,
  type ReviewReviewersChoice,
  type ReviewScopeChoice,
  type ReviewDecision,
  type ReviewInterval,
  type ReviewItem,
  type ReviewItems,
  type RouteName,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useSend } from '../api/useSend';
import { keyOf } from '../api/useRead';
import { useToast } from '../navigation/useToast';
import { messageOf } from '../api/messageOf';
import { useWords } from '../messages/useWords';
import type { ItemValues } from './useItemFilter';

/** What is decided, with an optional note. */
export interface Decided {
  decision: ReviewDecision;
  note: string;
}

/** Reads again what the counts of reviews are shown from. */
function useRefresh() {
  const queryClient = useQueryClient();
  return (...others: RouteName[]) =>
    Promise.all(
      (['getReview', 'getReviews', 'getMine', ...others] as const).map(route =>
        queryClient.invalidateQueries({ queryKey: keyOf(route) }),
      ),
    );
}

/** Opens a review. */
export function useOpenReview() {
  const { t } = useWords();
  const send = useSend();
  const toast = useToast();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: {
      tenant?: string;
      title: string;
      scope: ReviewScopeChoice;
      reviewers: ReviewReviewersChoice;
      dueOn?: string;
    }) => send('openReview', {}, {}, { body }),
    onSuccess: async () => {
      toast(t('reviews.open.done'), 'success');
      await refresh();
    },
  });
}

/** What is done with reviews that are opened again and again. */
export type ScheduleStep =
  | {
      action: 'new';
      body: {
        tenant?: string;
        title: string;
        scope: ReviewScopeChoice;
        reviewers: ReviewReviewersChoice;
        every: ReviewInterval;
        firstDay: string;
        dueDays: number | null;
      };
    }
  | {
      action: 'change';
      id: string;
      tenant: string;
      body: {
        version: number;
        title: string;
        reviewers: ReviewReviewersChoice;
        every: ReviewInterval;
        dueDays: number | null;
      };
    }
  | { action: 'stop'; id: string; tenant: string };

const stepped = {
  new: 'reviews.planned',
  change: 'reviews.change.done',
  stop: 'reviews.stopped',
} as const;

/** Has a review opened again and again, with other words, or no longer. */
export function useScheduleStep() {
  const { t } = useWords();
  const send = useSend();
  const toast = useToast();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (step: ScheduleStep) => {
      if (step.action === 'new') {
        return send('createReviewSchedule', {}, {}, { body: step.body });
      }
      const { id, tenant } = step;
      return step.action === 'change'
        ? send('changeReviewSchedule', { id }, { tenant }, { body: step.body })
        : send('stopReviewSchedule', { id }, { tenant });
    },
    onSuccess: (_, { action }) => toast(t(stepped[action]), 'success'),
    // After a refusal too: somebody else may have changed it.
    onSettled: () => refresh(),
  });
}

/** Decides on one person, who stays in the list until it is read again: nobody jumps away. */
export function useDecide({ number, tenant }: Review) {
  const { t } = useWords();
  const send = useSend();
  const toast = useToast();
  const queryClient = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, decision, note }: Decided & { id: string }) =>
      send(
        'decideReviewItem',
        { number, objectId: id },
        { tenant },
        { body: { decision, ...(note && { note }) } },
      ),
    onSuccess: async (decided: ReviewItem) => {
      queryClient.setQueriesData<InfiniteData<ReviewItems>>(
        { queryKey: keyOf('getReviewItems') },
        data =>
          data && {
            ...data,
            pages: data.pages.map(page => ({
              ...page,
              items: page.items.map(item =>
                item.id === decided.id ? decided : item,
              ),
            })),
          },
      );
      await refresh();
    },
    onError: error =>
      toast(t('reviews.failed', { message: messageOf(error) }), 'danger'),
  });
}

/** Decides on everybody whom a filter finds. */
export function useDecideMany({ number, tenant }: Review) {
  const { t } = useWords();
  const send = useSend();
  const toast = useToast();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({
      filter,
      expected,
      decision,
      note,
    }: Decided & { filter: ItemValues; expected: number }) =>
      send(
        'decideReviewItems',
        { number },
        { tenant },
        {
          body: {
            decision,
            ...(note && { note }),
            filter: {
              ...filter,
              reviewer: reviewItemReviewers.find(
                name => name === filter.reviewer,
              ),
            },
            expected,
          },
        },
      ),
    onSuccess: async ({ decided }) => {
      toast(t('reviews.many.done', { count: decided }), 'success');
      await refresh('getReviewItems');
    },
  });
}

/** Gives whom a reviewer has left to another user. */
export function useHandOver({ number, tenant }: Review) {
  const { t } = useWords();
  const send = useSend();
  const toast = useToast();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: { from: string; to: string }) =>
      send('handOverReview', { number }, { tenant }, { body }),
    onSuccess: async ({ given, ownLeftOut }) => {
      toast(
        t(`reviews.handOver.${ownLeftOut ? 'ownLeft' : 'done'}`, {
          count: given,
        }),
        'success',
      );
      await refresh('getReviewItems');
    },
  });
}

/** Closes a review. */
export function useCloseReview({ number, tenant }: Review) {
  const { t } = useWords();
  const send = useSend();
  const toast = useToast();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: { reason?: string; open?: number }) =>
      send('closeReview', { number }, { tenant }, { body }),
    onSuccess: async () => {
      toast(t('reviews.close.done'), 'success');
      await refresh('getReviewItems');
    },
  });
}
