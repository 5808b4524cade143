import type { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import type { EntityLabels } from './EntityLabels';

// One key only: the catalog drops the keys that were not set in a run that sets another one.
const cacheKey = 'labels';

/** Keeps what the entity shows, for rounds in which the backend is away. */
export async function rememberLabels(
  cache: CatalogProcessorCache,
  entityLabels: EntityLabels | undefined,
): Promise<void> {
  if (entityLabels) {
    const value: JsonObject = {
      annotations: { ...entityLabels.annotations },
      labels: { ...entityLabels.labels },
      tags: [...entityLabels.tags],
    };
    await cache.set(cacheKey, value);
  } else if (await cache.get(cacheKey)) {
    await cache.set(cacheKey, null);
  }
}

/** What the entity showed last. */
export async function recallLabels(
  cache: CatalogProcessorCache,
): Promise<EntityLabels | undefined> {
  const value = await cache.get<JsonObject>(cacheKey);
  return value ? (value as unknown as EntityLabels) : undefined;
}
