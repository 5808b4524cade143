import { usePermission } from '@backstage/plugin-permission-react';
import { Button, ButtonLink, Link } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import {
  entraMfaConnectionManagePermission,
  entraMfaSyncPermission,
  type Connection,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useTenants } from '../api/useTenants';
import { useStartSync } from '../components/useStartSync';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { ConsentLink } from '../states/ConsentLink';
import { messageOf } from '../api/messageOf';
import { useConnectWindow } from './useConnectWindow';
import { needsAttention } from './useConnections';

/** The problems that an administrator's consent solves. */
const solvedByConsent = new Set(['no-permission', 'no-consent']);

/** Those that somebody solves who signs in. */
const solvedBySignIn = new Set([
  ...solvedByConsent,
  'sign-in-again',
  'reader-role',
  'sealed-secret',
]);

function ReadNow({ tenant }: { tenant: string }) {
  const { t } = useWords();
  const sync = useStartSync(tenant);
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

function SignInAgain({ tenant }: { tenant: string }) {
  const { t } = useWords();
  const { start, blockedUrl, error, isPending } = useConnectWindow();
  return (
    <>
      <Button
        size="small"
        isPending={isPending}
        onPress={() =>
          start({ tenant, kind: 'reader', switchedOff: [], handOn: false })
        }
      >
        {t('connections.act.signIn')}
      </Button>
      {error && <span role="alert">{messageOf(error)}</span>}
      {blockedUrl && (
        <Link href={blockedUrl} target="_blank" rel="noopener">
          {t('connections.connect.openPage')}
        </Link>
      )}
    </>
  );
}

/** One button for what is to be done next, by who may; where nothing is, none. */
export function NextStep({ connection }: { connection: Connection }) {
  const { t } = useWords();
  const { tenant, state, problems } = connection;
  const links = useLinks(usePageParams());
  const { allowed } = usePermission({ permission: entraMfaSyncPermission });
  const { allowed: manages } = usePermission({
    permission: entraMfaConnectionManagePermission,
  });
  const { data } = useTenants();
  if (state === 'disconnected' && connection.origin === 'portal' && manages) {
    return (
      <ButtonLink size="small" variant="secondary" href={links.connect(tenant)}>
        {t('connections.connect.again')}
      </ButtonLink>
    );
  }
  const asksForReader = problems.some(({ code }) => solvedBySignIn.has(code));
  if (
    connection.credential === 'reader' &&
    needsAttention(connection) &&
    asksForReader &&
    manages
  ) {
    return <SignInAgain tenant={tenant} />;
  }
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
