import { ButtonLink } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import type { TenantRef } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';

/** To the page of one's cloud where one registers, in a window of its own. */
export function SecurityInfoLink(props: {
  tenant: TenantRef;
  isDone: boolean;
}) {
  const { tenant, isDone } = props;
  const { t } = useWords();
  return (
    <ButtonLink
      href={tenant.securityInfoUrl}
      target="_blank"
      size="small"
      variant={isDone ? 'secondary' : 'primary'}
      iconEnd={<RiExternalLinkLine />}
    >
      {t(isDone ? 'cards.user.manage' : 'cards.user.register')}
    </ButtonLink>
  );
}
