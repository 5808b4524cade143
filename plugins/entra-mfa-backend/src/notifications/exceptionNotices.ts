import type { EntraMfaConfig } from '../config/types';
import type { ExceptionRow } from '../store/sql/tables';
import type { Notice } from './Notice';

/** What people switch off, if they do. */
const topics = {
  requested: 'MFA exception requested',
  decided: 'MFA exception decided',
  ends: 'MFA exception ends',
};

const subjects = {
  person: 'for one person',
  group: 'for a team',
  rule: 'for a rule',
  'entra-group': 'for an Entra group',
};

type Notify = Pick<EntraMfaConfig['notify'], 'approvers' | 'pagePath'>;

/** That a request waits, for who decides. Whoever asked is left out, as they cannot decide on it. */
export function requestNotice(row: ExceptionRow, notify: Notify): Notice {
  const { approvers } = notify;
  return noticeOf(row, 'requested', notify, {
    recipients: {
      type: 'entity',
      entityRef: approvers,
      excludeEntityRef: row.requested_by,
    },
    title: `An MFA exception ${
      subjects[row.subject_kind]
    } waits for a decision`,
    description: `It was asked for until ${row.until}. Nobody is exempt by it before it is approved: approve or refuse it on the page.`,
  });
}

/** What was decided, for who asked. */
export function decisionNotice(row: ExceptionRow, notify: Notify): Notice {
  const approved = row.decision === 'approved';
  return noticeOf(row, 'decided', notify, {
    recipients: { type: 'entity', entityRef: [row.requested_by] },
    title: `Your request for an MFA exception ${
      subjects[row.subject_kind]
    } was ${approved ? 'approved' : 'refused'}`,
    description: approved
      ? `It is in force until ${row.until}. From the next day on, whoever has not registered counts as not registered.`
      : 'The page says who refused it and why. Whoever has not registered counts as not registered.',
  });
}

/** The reminder of an exception that is about to end, for who asked for it and who approved it. */
export function endNotice(row: ExceptionRow, notify: Notify): Notice {
  const both = new Set([row.requested_by, row.decided_by!]);
  return noticeOf(row, 'ends', notify, {
    recipients: { type: 'entity', entityRef: [...both] },
    title: `An MFA exception ${subjects[row.subject_kind]} ends on ${
      row.until
    }`,
    description:
      'From the next day on, whoever has not registered counts as not registered. Help them to register, or ask for another exception before it ends.',
  });
}

/** It names nobody: the page does, for who may see. */
function noticeOf(
  row: ExceptionRow,
  event: keyof typeof topics,
  { pagePath }: Notify,
  {
    recipients,
    ...words
  }: { title: string; description: string } & Pick<
    NonNullable<Notice['send']>,
    'recipients'
  >,
): Notice {
  const key = `exception/${row.exception_id}/${event}`;
  const query = new URLSearchParams({ tenant: row.tenant_id });
  return {
    key,
    send: {
      recipients,
      payload: {
        ...words,
        link: `${pagePath}/compliance/exceptions?${query}`,
        severity: 'normal',
        topic: topics[event],
        // Sent again, it replaces the notification instead of adding one.
        scope: `entra-mfa/${row.tenant_id}/${key}`,
      },
    },
  };
}
