import { useState } from 'react';
import { useWords } from '../messages/useWords';
import { today } from '@internationalized/date';
import type {
  ReviewInterval,
  ReviewReviewerKind,
  ReviewScopeKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** What somebody chooses where a review is opened. */
export interface Opening {
  kind: ReviewScopeKind;
  /** What of that kind, with its name; null while it is not chosen, and of risks. */
  of: { id: string; name: string } | null;
  /** Null for the one that follows from what is reviewed. */
  title: string | null;
  reviewers: ReviewReviewerKind;
  users: readonly string[];
  /** Within how many days it is to be decided; 0 for no day. */
  within: number;
  every: ReviewInterval | 'once';
  firstDay: string;
}

type ChosenReviewers = Pick<Opening, 'reviewers' | 'users'>;

/** Whether it is said who decides. */
export const hasReviewers = ({ reviewers, users }: ChosenReviewers) =>
  reviewers !== 'users' || users.length > 0;

/** Who is to decide, as it is sent. */
export const reviewersIn = ({ reviewers, users }: ChosenReviewers) => ({
  kind: reviewers,
  ...(reviewers === 'users' && { users: [...users] }),
});

/** The choices of a review that is opened, the title they make, and what is sent; null where something is missing. */
export function useOpening(defaultTitle: string, isRisksOpen: boolean) {
  const { t } = useWords();
  const [opening, setOpening] = useState<Opening>(() => ({
    kind: isRisksOpen ? 'role' : 'risks',
    of: null,
    title: null,
    reviewers: 'conductor',
    users: [],
    within: isRisksOpen ? 14 : 0,
    every: 'once',
    firstDay: today('UTC').toString(),
  }));
  const change = (changed: Partial<Opening>) =>
    setOpening(before => ({ ...before, ...changed }));
  const { kind, of, within, every } = opening;
  const isOnce = every === 'once';
  // Of one that opens again, each has its day after the title.
  const ofAll = isOnce ? defaultTitle : t('reviews.scope.risks');
  const ofOne = of && (isOnce ? `${of.name}, ${defaultTitle}` : of.name);
  const title = opening.title ?? ofOne ?? ofAll;
  const isReady =
    title.trim() !== '' &&
    (kind === 'risks' || of !== null) &&
    hasReviewers(opening);
  const dueOn =
    within === 0 ? null : today('UTC').add({ days: within }).toString();
  return {
    opening: { ...opening, title },
    change,
    isReady,
    dueOn,
    scope: { kind, ...(of && { id: of.id }) },
    reviewers: reviewersIn(opening),
  };
}
