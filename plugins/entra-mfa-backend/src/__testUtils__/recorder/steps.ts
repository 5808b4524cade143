import { breakGlassIds, daysAgo, tenantId } from './contoso';
import { idOf } from './cast';
import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import * as ask from './requests';
import type { StepToRecord } from './types';

const dayOf = (date: Date) => date.toISOString().slice(0, 10);
const decideOn = (handle: string) =>
  `/reviews/2/items/${idOf(handle)}/decision`;
const reviews = [ask.review(2)[0], ask.asked('/reviews', { limit: 25 })];
const ofReview = (make: (review: Review) => object) => ({
  of: '/reviews/2',
  make,
});

/** What is done to the healthy tenant, each from where it stands. */
export const healthySteps: readonly StepToRecord[] = [
  { post: `/tenants/${tenantId}/sync`, then: [] },
  {
    post: `/break-glass/${tenantId}/${breakGlassIds[1]}/drills`,
    body: { on: dayOf(daysAgo(0)), note: 'Key from the safe' },
    then: ['/break-glass'],
  },
  {
    post: '/exceptions/exception-asked/decision',
    body: { decision: 'approved', note: 'Agreed' },
    then: ask.exceptions(),
  },
  {
    post: '/exceptions/exception-asked/decision',
    body: { decision: 'refused', note: 'No need' },
    then: ask.exceptions(),
  },
  { post: '/exceptions/exception-mine/withdraw', then: ask.exceptions() },
  {
    post: '/exceptions/exception-leave/end',
    body: { note: 'They are back' },
    then: ask.exceptions(),
  },
  {
    post: '/exceptions',
    body: {
      subject: { kind: 'rule', pattern: '^leave' },
      reason: 'No phones there',
      until: dayOf(daysAgo(-7)),
    },
    then: ask.exceptions(),
  },
  {
    post: decideOn('ravi.patel'),
    body: { decision: 'keep' },
    then: reviews,
  },
  {
    post: decideOn('ruth.keller'),
    body: { decision: 'remove-access' },
    then: reviews,
  },
  {
    post: decideOn('paul.diaz'),
    body: { decision: 'keep', note: 'Starts on Monday' },
    then: reviews,
  },
  {
    post: '/reviews/2/decisions',
    body: ofReview(({ counts }) => ({
      decision: 'keep',
      filter: { reason: ['new'] },
      expected: counts.reasons.new,
    })),
    then: [...reviews, ask.review(2, { reason: 'new' })[1]],
  },
  {
    post: '/reviews/2/close',
    body: ofReview(({ counts }) => ({
      reason: 'The quarter is over',
      open: counts.open,
    })),
    then: [...reviews, ask.review(2)[1]],
  },
];
