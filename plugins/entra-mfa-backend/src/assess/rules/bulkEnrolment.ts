import { leftOut } from './leftOut';

/** The name of an account that Windows bulk enrolment makes for a provisioning package. */
const bulkEnrolmentName =
  /^package_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}@/i;

export const bulkEnrolment = leftOut({
  scopeClass: 'bulk-enrolment',
  text: 'Accounts of bulk device enrolment are left out.',
  facts: ({ facts }) => ({ userPrincipalName: facts.user.userPrincipalName }),
  fits: ({ facts }) => bulkEnrolmentName.test(facts.user.userPrincipalName),
});
