import { ButtonLink } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import { useWords } from '../messages/useWords';

/** Opens Microsoft's page for admin consent beside the portal; without an address, it waits. */
export function ConsentLink({ url }: { url: string | undefined }) {
  const { t } = useWords();
  return (
    <ButtonLink
      href={url}
      isDisabled={!url}
      target="_blank"
      rel="noopener noreferrer"
      size="small"
      variant="primary"
      iconEnd={<RiExternalLinkLine />}
    >
      {t('states.consent.open')}
    </ButtonLink>
  );
}
