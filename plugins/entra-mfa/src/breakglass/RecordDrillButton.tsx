import { useState } from 'react';
import {
  Button,
  DatePicker,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  TextField,
} from '@backstage/ui';
import { today, type DateValue } from '@internationalized/date';
import { useWords } from '../words/useWords';
import { useRecordDrill } from './useRecordDrill';
import styles from './breakGlass.module.css';

/** Asks on which day the account was tried, and puts it on record. */
export function RecordDrillButton(props: {
  tenant: string;
  id: string;
  account: string;
}) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [on, setOn] = useState<DateValue | null>(() => today('UTC'));
  const [note, setNote] = useState('');
  const record = useRecordDrill(props.tenant, props.id);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button size="small" variant="secondary">
        {t('breakGlass.record.open')}
      </Button>
      <Dialog width={480}>
        <DialogHeader>
          {t('breakGlass.record.title', { account: props.account })}
        </DialogHeader>
        <DialogBody>
          <div className={styles.dialog}>
            <p>{t('breakGlass.record.text')}</p>
            <DatePicker
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
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={() => setOpen(false)}>
            {t('breakGlass.record.cancel')}
          </Button>
          <Button
            isDisabled={on === null || on.compare(today('UTC')) > 0}
            isPending={record.isPending}
            onPress={() =>
              record.mutate(
                { on: String(on), note: note.trim() || undefined },
                { onSuccess: () => setOpen(false) },
              )
            }
          >
            {t('breakGlass.record.confirm')}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
