import { useState } from 'react';
import { TextField } from '@backstage/ui';
import { today, type DateValue } from '@internationalized/date';
import { ActionDialog } from '../components/ActionDialog';
import { DayPicker } from '../components/DayPicker';
import { useWords } from '../messages/useWords';
import { useRecordDrill } from './useRecordDrill';

/** Asks on which day the account was tried, and puts it on record. */
export function RecordDrillButton(props: {
  tenant: string;
  id: string;
  account: string;
}) {
  const { t } = useWords();
  const [on, setOn] = useState<DateValue | null>(() => today('UTC'));
  const [note, setNote] = useState('');
  const record = useRecordDrill(props.tenant, props.id);
  return (
    <ActionDialog
      label={t('breakGlass.record.open')}
      variant="secondary"
      title={t('breakGlass.record.title', { account: props.account })}
      confirm={t('breakGlass.record.confirm')}
      action={record}
      isReady={on !== null && on.compare(today('UTC')) <= 0}
      onConfirm={onSuccess =>
        record.mutate(
          { on: String(on), note: note.trim() || undefined },
          { onSuccess },
        )
      }
    >
      <p>{t('breakGlass.record.text')}</p>
      <DayPicker
        label={t('breakGlass.record.on')}
        isRequired
        value={on}
        maxValue={today('UTC')}
        onChange={setOn}
      />
      <TextField
        label={t('breakGlass.record.note')}
        maxLength={500}
        value={note}
        onChange={setNote}
      />
    </ActionDialog>
  );
}
