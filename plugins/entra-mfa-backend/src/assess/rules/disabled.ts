import { leftOut } from './leftOut';

/** Null, where the directory does not say, is not disabled. */
export const disabled = leftOut({
  scopeClass: 'disabled',
  text: 'Accounts that cannot sign in are left out.',
  facts: ({ facts }) => ({ accountEnabled: facts.user.accountEnabled }),
  fits: ({ facts }) => facts.user.accountEnabled === false,
});
