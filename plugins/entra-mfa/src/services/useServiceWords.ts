import { useMemo } from 'react';
import type { ReachPath } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { services } from '../messages/services';
import { useWords } from '../messages/useWords';

type Kind = keyof typeof services.kinds;

const isKind = (kind: string): kind is Kind => kind in services.kinds;

/** Words for what the catalog says: a value that is not known stays as it is. */
export function useServiceWords() {
  const { t } = useWords();
  return useMemo(
    () => ({
      kind: (kind: string) =>
        isKind(kind) ? t(`services.kinds.${kind}`) : kind,
      /** A lifecycle or tier, which may be missing. */
      said: (value: string | null) => value ?? '–',
      path: (path: ReachPath) => t(`services.path.${camel(path)}`),
    }),
    [t],
  );
}
