import { createHash } from 'node:crypto';
import type { Account } from './account';

/** What a mailbox is for, as Graph's `userPurpose` tells it. */
export type MailboxPurpose = 'user' | 'shared' | 'room' | 'equipment';

/**
 * What the mailbox of an account is for; null where it has none that Exchange Online serves. It follows from the
 * object id alone: a mailbox of somebody who left is often kept as a shared one, and a few are while people can still
 * sign in to them.
 */
export function mailboxPurpose({ id, kind }: Account): MailboxPurpose | null {
  const [draw] = createHash('sha256').update(`mailbox ${id}`).digest();
  switch (kind) {
    case 'mailbox':
      return 'shared';
    case 'left':
      if (draw < 40) return 'shared';
      if (draw < 48) return 'room';
      if (draw < 52) return 'equipment';
      return draw < 200 ? 'user' : null;
    case 'employee':
      return draw < 2 ? 'shared' : 'user';
    default:
      return null;
  }
}
