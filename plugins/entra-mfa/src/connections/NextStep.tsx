import { usePermission } from '@backstage/plugin-permission-react';
import { Button, ButtonLink } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  entraMfaSyncPermission,
  type Connection,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { askedSyncKey } from '../api/askedSync';
import { messageOf } from '../api/messageOf';
import { useSend } from '../api/useSend';
import { useTenants } from '../api/useTenants';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useToast } from '../navigation/useToast';
import { ConsentLink } from '../states/ConsentLink';
import { needsAttention } from './useConnections';

/** The problems that an administrator's consent solves. */
const solvedByConsent = new Set(['no-permission', 'no-consent']);

function ReadNow({ tenant }: { tenant: string }) {
  const { t } = useWords();
  const send = useSend();
  const toast = useToast();
  const queryClient = useQueryClient();
  const sync = useMutation({
    mutationKey: askedSyncKey,
    mutationFn: () => send('startSync', { id: tenant }),
    onSuccess: async () => {
      toast(t('overview.controls.syncStarted'), 'success');
      await queryClient.invalidateQueries({ queryKey: ['entra-mfa'] });
    },
    onError: error =>
      toast(
        t('overview.controls.syncFailed', { message: messageOf(error) }),
        'danger',
      ),
  });
  return (
    <Button
      size="small"
      variant="secondary"
      iconStart={<RiRefreshLine />}
      isPending={sync.isPending}
      onPress={() => sync.mutate()}
    >
      {t('connections.act.sync')}
    </Button>
  );
}

/** One button for what is to be done next, by who may; where nothing is, none. */
export function NextStep({ connection }: { connection: Connection }) {
  const { t } = useWords();
  const { tenant, state, problems } = connection;
  const links = useLinks(usePageParams());
  const { allowed } = usePermission({ permission: entraMfaSyncPermission });
  const { data } = useTenants();
  if (!allowed) return null;
  if (state === 'disconnected') {
    return (
      <ButtonLink
        size="small"
        variant="secondary"
        href={links.connection(tenant, 'trail')}
      >
        {t('connections.act.trail')}
      </ButtonLink>
    );
  }
  if (!needsAttention(connection)) return null;
  const url = data?.items.find(({ id }) => id === tenant)?.consentUrl;
  return url && problems.some(({ code }) => solvedByConsent.has(code)) ? (
    <ConsentLink url={url} />
  ) : (
    <ReadNow tenant={tenant} />
  );
}
