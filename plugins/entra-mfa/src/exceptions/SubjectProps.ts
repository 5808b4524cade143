import type { ExceptionRequest } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** For whom an exception is asked. */
export type Subject = ExceptionRequest['subject'];

/** Props of what reads and changes for whom an exception is. */
export interface SubjectProps {
  subject: Subject | null;
  onChange: (subject: Subject | null) => void;
}
