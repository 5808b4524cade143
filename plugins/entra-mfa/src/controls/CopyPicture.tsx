import { Button } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { RiFileCopyLine } from '@remixicon/react';
import type { Control } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import { useToast } from '../navigation/useToast';

/** Hands on the address of a picture that says where a control stands. */
export function CopyPicture({
  control: { framework, id, tenant },
}: {
  control: Control;
}) {
  const { t } = useWords();
  const toast = useToast();
  const api = useApi(entraMfaApiRef);
  const control = `${framework.id}/${id}`;
  const copy = async () => {
    const of = { control, tenant: tenant?.id };
    await navigator.clipboard.writeText(
      await api.url('getControlPicture', {}, of),
    );
    toast(t('controls.picture.copied'), 'success');
  };
  return (
    <Panel title={t('controls.picture.title')}>
      <div className={shared.form}>
        <p className={shared.smallLine}>
          {t('controls.picture.note', { control: `control:${control}` })}
        </p>
        <div className={shared.row}>
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiFileCopyLine />}
            onPress={copy}
          >
            {t('controls.picture.copy')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
