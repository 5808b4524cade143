import type { Entity } from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import DataLoader from 'dataloader';

type Loader = DataLoader<string, Entity | undefined>;

const loaders = new WeakMap<CatalogApi, Loader>();

/** Reads a Group's tags: those of all rows that are shown by one request. Each is read anew. */
export function loadGroup(
  catalog: CatalogApi,
  ref: string,
): Promise<Entity | undefined> {
  const loader = loaders.get(catalog) ?? createLoader(catalog);
  loaders.set(catalog, loader);
  return loader.load(ref);
}

function createLoader(catalog: CatalogApi): Loader {
  return new DataLoader(
    async refs => {
      const asked = [...new Set(refs)];
      const { items } = await catalog.getEntitiesByRefs({
        entityRefs: asked,
        fields: ['metadata.labels', 'metadata.annotations'],
      });
      const found = new Map(asked.map((ref, at) => [ref, items[at]]));
      return refs.map(ref => found.get(ref));
    },
    {
      cache: false,
      maxBatchSize: 200,
      batchScheduleFn: run => setTimeout(run),
    },
  );
}
