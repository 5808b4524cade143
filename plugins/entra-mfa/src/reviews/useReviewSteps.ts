import {
  useMutation,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query';
import type {
  Review,
  ReviewDecision,
  ReviewItem,
  ReviewItems,
  RouteName,
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
      (['getReview', 'getReviews', ...others] as const).map(route =>
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
    mutationFn: (body: { tenant?: string; title: string }) =>
      send('openReview', {}, {}, { body }),
    onSuccess: async () => {
      toast(t('reviews.open.done'), 'success');
      await refresh();
    },
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
        { body: { decision, ...(note && { note }), filter, expected } },
      ),
    onSuccess: async ({ decided }) => {
      toast(t('reviews.many.done', { count: decided }), 'success');
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
