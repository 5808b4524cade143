import type { ReviewSchedule } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { healthy, tenant } from './contoso';

const { opened, scope } = healthy.answer('getReview', { number: 3 });

/** A review of a role that opens every quarter. */
export const plan: ReviewSchedule = {
  id: 'plan',
  tenant,
  title: 'Global Administrator',
  scope,
  reviewers: { kind: 'leads', users: [] },
  dueDays: 14,
  every: 'quarterly',
  firstDay: '2027-01-01',
  nextDay: '2027-01-01',
  state: 'running',
  waits: 'not-yet',
  lastReview: null,
  created: opened,
  changed: opened,
  version: 3,
};
