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
import type { Hold } from 'backstage-plugin-entra-mfa-common';
import { useWords } from '../words/useWords';
import { heldFigure } from './heldFigure';
import { useRelease } from './useRelease';
import styles from './hold.module.css';

/** Asks why, then releases the figure. */
export function ReleaseButton({
  tenant,
  hold,
}: {
  tenant: string;
  hold: Hold;
}) {
  const words = useWords();
  const { t } = words;
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const release = useRelease(tenant, hold.run);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button size="small" variant="secondary">
        {t('hold.release.open')}
      </Button>
      <Dialog width={480}>
        <DialogHeader>
          {t('hold.release.title', { to: heldFigure(words, hold.to) })}
        </DialogHeader>
        <DialogBody>
          <div className={styles.dialog}>
            <p>{t('hold.release.text')}</p>
            <TextAreaField
              label={t('hold.release.reason')}
              isRequired
              maxLength={1000}
              value={reason}
              onChange={setReason}
            />
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={() => setOpen(false)}>
            {t('hold.release.cancel')}
          </Button>
          <Button
            isDisabled={reason.trim() === ''}
            isPending={release.isPending}
            onPress={() =>
              release.mutate(reason.trim(), {
                onSettled: () => setOpen(false),
              })
            }
          >
            {t('hold.release.confirm')}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
