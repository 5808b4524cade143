import { z } from 'zod';
import { accountRow } from './accountRow';
import type { Collector, MailboxPurposeBody } from './types';

const row = accountRow(z.object({ value: z.string().min(1) }));

type Row = z.infer<typeof row>;

/**
 * What the mailboxes of accounts are for that have not registered: a shared one has nobody who could. What an account
 * is for hardly changes, so each is asked for once a week.
 */
export const mailboxPurpose: Collector<Row> = {
  id: 'mailbox-purpose',
  title: 'Purpose of mailboxes',
  source: 'graph',
  endpoint: '/users/{id}/mailboxSettings/userPurpose',
  query: {},
  pace: 'directory',
  permission: 'MailboxSettings.Read',
  licence: null,
  why: 'To tell shared mailboxes, rooms and equipment from people, where `mailboxPurpose` is set',
  documentation:
    'https://learn.microsoft.com/graph/api/user-get-mailboxsettings',
  required: 'no',
  onlyWhileGiven: 'until-refused',
  onlyWhereChosen: 'mailboxPurpose',
  forEach: 'accounts-without-mfa',
  againHours: 7 * 24,
  refusesSome: true,
  row,
  toRecords(one) {
    const key = one.of.toLowerCase();
    if ('kept' in one) {
      return [{ key, body: one.kept }];
    }
    const body: MailboxPurposeBody = { purpose: purposeOf(one) };
    return [{ key, body: { ...body } }];
  },
};

function purposeOf(one: Exclude<Row, { kept: unknown }>): string | null {
  if ('body' in one) {
    return one.body.value;
  }
  return one.none === 'not-found' ? 'none' : null;
}
