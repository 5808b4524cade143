import type { BreakGlassAccount } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';

/** What an account is called: by its id where the directory has none of that id. */
export function useAccountName() {
  const { t } = useWords();
  return ({ displayName, id }: BreakGlassAccount): string =>
    displayName ?? t('breakGlass.account', { id });
}
