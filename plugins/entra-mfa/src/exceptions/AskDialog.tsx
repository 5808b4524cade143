import { useState } from 'react';
import {
  Button,
  DatePicker,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  TextAreaField,
} from '@backstage/ui';
import { parseDate, today } from '@internationalized/date';
import type {
  ExceptionRequest,
  Exceptions,
  Person,
} from 'backstage-plugin-entra-mfa-common';
import { messageOf } from '../states/messageOf';
import { useWords } from '../words/useWords';
import { SubjectFields } from './SubjectFields';
import { useExceptionStep } from './useExceptionStep';
import styles from './exceptions.module.css';

type Subject = ExceptionRequest['subject'];

/** Asks for an exception: for whom, why, and until when. */
export function AskDialog(props: {
  tenant: string | undefined;
  limits: Exceptions['limits'];
  /** For whom it is, where that is given. */
  person?: Pick<Person, 'id' | 'displayName'>;
  variant?: 'primary' | 'secondary';
}) {
  const { tenant, limits, person } = props;
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const given: Subject | null = person
    ? { kind: 'person', id: person.id }
    : null;
  const [subject, setSubject] = useState<Subject | null>(given);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  const step = useExceptionStep();
  const isReady = subject !== null && reason.trim() !== '' && until !== null;
  const open = (opens: boolean) => {
    setOpen(opens);
    step.reset();
  };
  const close = () => {
    setOpen(false);
    setSubject(given);
    setReason('');
    setUntil(null);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={open}>
      <Button size="small" variant={props.variant ?? 'primary'}>
        {t('exceptions.ask.open')}
      </Button>
      <Dialog width={520}>
        <DialogHeader>{t('exceptions.ask.title')}</DialogHeader>
        <DialogBody>
          <div className={styles.form}>
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
            <DatePicker
              label={t('exceptions.ask.until')}
              isRequired
              minValue={today('UTC')}
              maxValue={parseDate(limits.latestUntil)}
              value={until === null ? null : parseDate(until)}
              onChange={day => setUntil(day?.toString() ?? null)}
            />
            {step.error && (
              <p role="alert" className={styles.error}>
                {messageOf(step.error)}
              </p>
            )}
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={() => setOpen(false)}>
            {t('exceptions.ask.cancel')}
          </Button>
          <Button
            isDisabled={!isReady}
            isPending={step.isPending}
            onPress={() => {
              if (subject && until) {
                step.mutate(
                  {
                    action: 'ask',
                    body: { tenant, subject, reason: reason.trim(), until },
                  },
                  { onSuccess: close },
                );
              }
            }}
          >
            {t('exceptions.ask.confirm')}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
