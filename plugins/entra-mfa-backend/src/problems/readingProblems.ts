import type { ProblemKind } from './types';

const report =
  'Update the plugin; if it stays so, report it with the request ids of the run.';
const unused = 'Nothing of it was used; figures that were published stay.';
const checkGraph =
  'see Microsoft’s service health, and check that `tenantId` is the right one';
const checkCatalog =
  'check in the log of the catalog that its provider of users and groups works';

/** What can go wrong with pages and rows that came. */
export const readingProblems = {
  pageTokenExpired: {
    code: 'page-token-expired',
    message:
      'Graph’s links to the next page of {what} expired, more than once.',
    action:
      'The next sync reads it from the first page. If it stays so, the database of this portal is too slow to keep up: look at the run’s durations.',
    graph: [
      '400 Directory_ExpiredPageToken',
      '400 syncStateNotFound',
      '400 syncStateInvalid',
      '400 resyncRequired',
      '410',
    ],
  },
  foreignAddress: {
    code: 'foreign-address',
    message:
      'A link led away from the configured Graph root, to {host}. No token was sent there.',
    action:
      'Check for a proxy that rewrites answers, and that `cloud` or `graphRoot` is right.',
  },
  endlessPages: {
    code: 'endless-pages',
    message:
      'The pages of {what} came to no end: after {pages}, a link came again.',
    action: `The next sync reads it from the first page. ${report}`,
  },
  wrongTenant: {
    code: 'wrong-tenant',
    message: 'Graph answered for tenant {answered} instead of {tenantId}.',
    action: 'Check `tenantId`, and `authority` where it is set.',
  },
  wrongRow: {
    code: 'wrong-row',
    message:
      'Row {row} of {what} is not as documented: {property} should be {expected}.',
    action: `Nothing of it was used, and the last figures stay. ${report}`,
  },
  emptyAnswer: {
    code: 'empty-answer',
    message: '{what}: the answer was complete and had not a single row.',
    action: `${unused} The next sync asks again. If it stays so, ${checkGraph}.`,
    more: 'Of Graph: it said that there is nothing where there was something.',
  },
  emptyCatalog: {
    code: 'empty-answer',
    message: '{what}: the answer was complete and had not a single row.',
    action: `${unused} The next sync asks again. If it stays so, ${checkCatalog}.`,
    more: 'Of the catalog.',
  },
  shrunkAnswer: {
    code: 'shrunk-answer',
    message: '{what}: {rows} rows came where {expected}.',
    action: `${unused} If this is right, sync again: a second reading that agrees is taken, and so is one that is released on the page. If not, ${checkGraph}.`,
    more: 'Of Graph: users or roles lost a tenth at once, of 20 or more, or fewer users came than Graph counts. Roles that are doubted stay as they were, and the rest is published.',
  },
  shrunkCatalog: {
    code: 'shrunk-answer',
    message: '{what}: {rows} rows came where {expected}.',
    action: `${unused} If this is right, sync again: a second reading that agrees is taken, and so is one that is released on the page. If not, ${checkCatalog}.`,
    more: 'Of the catalog: it lost a tenth of its users, groups or memberships at once, of 20 or more, or all memberships.',
  },
  missingValues: {
    code: 'missing-values',
    message:
      '{what}: {properties} came without a usable value, so it cannot be told who counts as what.',
    action: `${unused} Check that app {clientId} has the application permission {permission}, with admin consent: a narrower one leaves these properties out. Then sync again: a second reading that says the same of the same rows is taken, where it is no more than one row in fifty.{userType?}`,
    more: '[What it is for](semantics.md#null-is-not-a-value).',
  },
  catalogUnavailable: {
    code: 'catalog-unavailable',
    message: 'The catalog could not be read for {what}{detail?}.',
    action:
      'See the log of the catalog plugin. What was read is kept, and the next sync tries again.',
    passes: true,
  },
  unexpected: {
    code: 'unexpected',
    message: 'The sync met an error that it does not know ({name}).',
    action: `See the log of this portal. ${report}`,
  },
} as const satisfies Record<string, ProblemKind>;
