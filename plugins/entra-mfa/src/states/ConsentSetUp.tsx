import { useState } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import { Select, Text, TextField } from '@backstage/ui';
import {
  adminConsentUrl,
  entraMfaSyncPermission,
  signInAddresses,
  type CloudName,
  type Tenants,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { z } from 'zod';
import { useWords } from '../messages/useWords';
import { ConsentLink } from './ConsentLink';
import { ConsentRequest } from './ConsentRequest';
import styles from './states.module.css';

const cloudNames = Object.keys(signInAddresses) as CloudName[];

/** An id as Microsoft writes it, whatever was pasted around it; undefined where it is none. */
const idOf = (text: string) => z.guid().safeParse(text.trim()).data;

function IdField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useWords();
  const { value } = props;
  return (
    <TextField
      {...props}
      size="small"
      isInvalid={value.trim() !== '' && !idOf(value)}
      description={t('states.consent.notAnId')}
    />
  );
}

/** Before anything is configured: the way to Microsoft's consent window with the ids of the app. */
export function ConsentSetUp(props: { dataSets: Tenants['dataSets'] }) {
  const { t } = useWords();
  const { allowed } = usePermission({ permission: entraMfaSyncPermission });
  const [tenant, setTenant] = useState('');
  const [client, setClient] = useState('');
  const [cloud, setCloud] = useState<CloudName>('global');
  const tenantId = idOf(tenant);
  const clientId = idOf(client);
  const url =
    tenantId && clientId
      ? adminConsentUrl({
          signInAddress: signInAddresses[cloud],
          tenantId,
          clientId,
        })
      : undefined;
  return (
    <div className={styles.consent}>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('states.consent.setUp')}
      </Text>
      {allowed && (
        <>
          <p>{t('states.consent.setUpText')}</p>
          <div className={styles.ids}>
            <IdField
              label={t('states.consent.tenantId')}
              value={tenant}
              onChange={setTenant}
            />
            <IdField
              label={t('states.consent.clientId')}
              value={client}
              onChange={setClient}
            />
            <Select
              label={t('states.consent.cloud')}
              size="small"
              options={cloudNames.map(name => ({
                value: name,
                label: t(`states.consent.clouds.${name}`),
              }))}
              value={cloud}
              onChange={key =>
                setCloud(cloudNames.find(name => name === key) ?? 'global')
              }
            />
          </div>
          <ConsentLink url={url} />
          <p>{t('states.consent.lists')}</p>
        </>
      )}
      <ConsentRequest
        dataSets={props.dataSets}
        tenant={tenantId}
        clientId={clientId}
        url={url}
      />
    </div>
  );
}
