import type { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import type { Marks } from './Marks';

// One key only: the catalog drops the keys that were not set in a run that sets another one.
const cacheKey = 'marks';

/** Keeps what the entity shows, for rounds in which the backend is away. */
export async function rememberMarks(
  cache: CatalogProcessorCache,
  marks: Marks | undefined,
): Promise<void> {
  if (marks) {
    const value: JsonObject = {
      annotations: { ...marks.annotations },
      labels: { ...marks.labels },
      tags: [...marks.tags],
    };
    await cache.set(cacheKey, value);
  } else if (await cache.get(cacheKey)) {
    await cache.set(cacheKey, null);
  }
}

/** What the entity showed last. */
export async function recallMarks(
  cache: CatalogProcessorCache,
): Promise<Marks | undefined> {
  const value = await cache.get<JsonObject>(cacheKey);
  return value ? (value as unknown as Marks) : undefined;
}
