import {
  reviewDecisions,
  reviewMemberDecisions,
  type Review,
  type ReviewDecision,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** What can be decided in a review: of who has a role, or is in a group or team, whether they keep it. */
export const decisionsOf = ({
  scope,
}: Pick<Review, 'scope'>): readonly ReviewDecision[] =>
  scope.kind === 'risks' ? reviewDecisions : reviewMemberDecisions;
