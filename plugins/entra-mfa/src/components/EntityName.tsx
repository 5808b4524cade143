import { useEntityPresentation } from '@backstage/plugin-catalog-react';

/** What the catalog calls an entity. */
export function EntityName(props: { of: string }) {
  return <>{useEntityPresentation(props.of).primaryTitle}</>;
}
