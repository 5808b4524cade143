import { Link } from '@backstage/ui';
import type { TenantRef } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';

function Former({
  tenant,
}: {
  tenant: TenantRef & { disconnectedAt: string };
}) {
  const { t, momentOf } = useWords();
  return (
    <Link href={useLinks({ tenant: tenant.id }).page()}>
      {t('states.disconnected.title', {
        tenant: tenant.name,
        since: momentOf(tenant.disconnectedAt),
      })}
    </Link>
  );
}

/** Where nothing is read, the tenants that were: their figures can be looked at. */
export function FormerTenants({ tenants }: { tenants: readonly TenantRef[] }) {
  const { t } = useWords();
  const former = tenants.flatMap(({ disconnectedAt, ...tenant }) =>
    disconnectedAt ? [{ ...tenant, disconnectedAt }] : [],
  );
  return former.length > 0 ? (
    <Panel title={t('states.disconnected.former')}>
      {former.map(tenant => (
        <p key={tenant.id}>
          <Former tenant={tenant} />
        </p>
      ))}
    </Panel>
  ) : null;
}
