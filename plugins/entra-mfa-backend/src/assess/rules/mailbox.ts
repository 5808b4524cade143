import { isSharedMailbox } from '../isSharedMailbox';
import { leftOut } from './leftOut';

/** One that can sign in stays in: somebody may. Nothing is concluded where the purpose is not known. */
export const mailbox = leftOut({
  scopeClass: 'mailbox',
  isOn: ({ mailboxes }) => mailboxes === true,
  text: 'Shared mailboxes, rooms and equipment that cannot sign in are left out.',
  facts: ({ facts }) => ({
    mailboxPurpose: facts.mailbox,
    accountEnabled: facts.user.accountEnabled,
  }),
  fits: ({ facts }) =>
    facts.user.accountEnabled === false && isSharedMailbox(facts.mailbox),
});
