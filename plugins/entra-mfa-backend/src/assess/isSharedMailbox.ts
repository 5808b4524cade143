/** What nobody signs in to for themselves. Source: Microsoft Graph, resource type `mailboxSettings`, `userPurpose`. */
const shared: readonly (string | null)[] = ['shared', 'room', 'equipment'];

/** Whether a mailbox is for several people, or for nobody; one whose purpose is not known is not. */
export function isSharedMailbox(purpose: string | null): boolean {
  return shared.includes(purpose);
}
