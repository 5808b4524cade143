import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  TextAreaField,
} from '@backstage/ui';
import type {
  Exception,
  ExceptionAction,
} from 'backstage-plugin-entra-mfa-common';
import { messageOf } from '../states/messageOf';
import { dayOf } from '../words/time';
import { useWords } from '../words/useWords';
import { useExceptionStep } from './useExceptionStep';
import styles from './exceptions.module.css';

/** Says what a step does, asks why, and takes it. */
export function StepDialog(props: {
  exception: Exception;
  action: ExceptionAction;
}) {
  const { exception, action } = props;
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const step = useExceptionStep();
  const hasNote = action !== 'withdraw';
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={opens => {
        setOpen(opens);
        step.reset();
      }}
    >
      <Button
        size="small"
        variant={action === 'approve' ? 'primary' : 'secondary'}
      >
        {t(`exceptions.${action}.open`)}
      </Button>
      <Dialog width={480}>
        <DialogHeader>{t(`exceptions.${action}.title`)}</DialogHeader>
        <DialogBody>
          <div className={styles.form}>
            <p>
              {t(`exceptions.${action}.text`, { date: dayOf(exception.until) })}
            </p>
            {hasNote && (
              <TextAreaField
                label={t(`exceptions.${action}.note`)}
                isRequired
                maxLength={1000}
                value={note}
                onChange={setNote}
              />
            )}
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
            isDisabled={hasNote && note.trim() === ''}
            isPending={step.isPending}
            onPress={() =>
              step.mutate(
                { action, id: exception.id, note: note.trim() },
                { onSuccess: () => setOpen(false) },
              )
            }
          >
            {t(`exceptions.${action}.confirm`)}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
