import type { ExceptionRow } from '../store/sql/tables';
import type { Notice } from './Notice';

/** What people switch off, if they do. */
const EXCEPTION_TOPIC = 'MFA exception ends';

const subjects = {
  person: 'for one person',
  group: 'for a team',
  rule: 'for a rule',
};

/** The reminder of an exception that is about to end. It names nobody: the page does, for who may see. */
export function exceptionNotice(row: ExceptionRow, pagePath: string): Notice {
  const key = `exception/${row.exception_id}/ends`;
  const query = new URLSearchParams({ tenant: row.tenant_id });
  const both = new Set([row.requested_by, row.decided_by!]);
  return {
    key,
    send: {
      recipients: { type: 'entity', entityRef: [...both] },
      payload: {
        title: `An MFA exception ${subjects[row.subject_kind]} ends on ${
          row.until
        }`,
        description:
          'From the next day on, whoever has not registered counts as not registered. Help them to register, or ask for another exception before it ends.',
        link: `${pagePath}/exceptions?${query}`,
        severity: 'normal',
        topic: EXCEPTION_TOPIC,
        // Sent again, it replaces the notification instead of adding one.
        scope: `entra-mfa/${row.tenant_id}/${key}`,
      },
    },
  };
}
