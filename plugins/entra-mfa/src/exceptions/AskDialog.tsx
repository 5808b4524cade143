import { useState, type ReactElement } from 'react';
import { TextAreaField } from '@backstage/ui';
import { parseDate, today } from '@internationalized/date';
import type {
  ExceptionRequest,
  Exceptions,
  Person,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { DayPicker } from '../components/DayPicker';
import { useWords } from '../messages/useWords';
import { SubjectFields } from './SubjectFields';
import { useExceptionStep } from './useExceptionStep';

type Subject = ExceptionRequest['subject'];

/** Asks for an exception: for whom, why, and until when. */
export function AskDialog(props: {
  tenant: string | undefined;
  limits: Exceptions['limits'];
  /** For whom it is, where that is given. */
  person?: Pick<Person, 'id' | 'displayName'>;
  variant?: 'primary' | 'secondary';
  /** In place of a button with words: a sign, and what it is called. */
  sign?: { icon: ReactElement; label: string };
}) {
  const { tenant, limits, person } = props;
  const { t } = useWords();
  const given: Subject | null = person
    ? { kind: 'person', id: person.id }
    : null;
  const [subject, setSubject] = useState<Subject | null>(given);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  const step = useExceptionStep();
  const ask = (close: () => void) => {
    if (subject && until) {
      step.mutate(
        {
          action: 'ask',
          body: { tenant, subject, reason: reason.trim(), until },
        },
        {
          onSuccess: () => {
            close();
            setSubject(given);
            setReason('');
            setUntil(null);
          },
        },
      );
    }
  };
  return (
    <ActionDialog
      label={props.sign?.label ?? t('exceptions.ask.open')}
      sign={props.sign?.icon}
      variant={props.variant}
      title={t('exceptions.ask.title')}
      confirm={t('exceptions.ask.confirm')}
      action={step}
      isReady={subject !== null && reason.trim() !== '' && until !== null}
      onConfirm={ask}
    >
      <p>{t('exceptions.ask.text', { days: limits.maximumDays })}</p>
      {person ? (
        <strong>{person.displayName}</strong>
      ) : (
        <SubjectFields subject={subject} onChange={setSubject} />
      )}
      <TextAreaField
        label={t('exceptions.ask.reason')}
        description={t('exceptions.ask.reasonHint')}
        isRequired
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
      <DayPicker
        label={t('exceptions.ask.until')}
        isRequired
        minValue={today('UTC')}
        maxValue={parseDate(limits.latestUntil)}
        value={until === null ? null : parseDate(until)}
        onChange={day => setUntil(day?.toString() ?? null)}
      />
    </ActionDialog>
  );
}
