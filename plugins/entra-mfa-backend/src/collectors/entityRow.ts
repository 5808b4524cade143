import {
  ANNOTATION_ORIGIN_LOCATION,
  DEFAULT_NAMESPACE,
} from '@backstage/catalog-model';
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What the catalog's collectors read of an entity; the source asks for these fields alone. */
export const entityRow = z.object({
  kind: z.string().min(1),
  metadata: z.object({
    name: z.string().min(1),
    namespace: z.string().nullish(),
    title: z.string().nullish(),
    annotations: z.record(z.string(), z.string()).nullish(),
    labels: z.record(z.string(), z.string()).nullish(),
  }),
  spec: z
    .object({
      type: z.string().nullish(),
      lifecycle: z.string().nullish(),
      profile: z
        .object({
          displayName: z.string().nullish(),
          email: z.string().nullish(),
        })
        .nullish(),
    })
    .nullish(),
  relations: z
    .array(z.object({ type: z.string(), targetRef: z.string() }))
    .nullish(),
});

/** See {@link entityRow}. */
export type EntityRow = z.infer<typeof entityRow>;

/** The entity's ref in its full, lower-case form. */
export function refOf({
  kind,
  metadata,
}: Pick<EntityRow, 'kind' | 'metadata'>): string {
  const namespace = metadata.namespace || DEFAULT_NAMESPACE;
  return `${kind}:${namespace}/${metadata.name}`.toLowerCase();
}

/**
 * The source that an entity comes from, which the catalog writes and no entity can: the location that
 * was registered, or the provider, such as `msgraph:contoso`, whose locations name each entity.
 */
export function sourceOf({
  metadata,
}: Pick<EntityRow, 'metadata'>): string | null {
  const origin = metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
  if (!origin) {
    return null;
  }
  return /^(url|file|generated|bootstrap):/.test(origin)
    ? origin
    : origin.replace(/^([^:]+:[^/]*)\/.*$/s, '$1');
}

/** The refs that an entity is related to in that way, each once, sorted. */
export function targetsOf(
  entity: Pick<EntityRow, 'relations'>,
  type: string,
): string[] {
  const refs = entity.relations
    ?.filter(relation => relation.type === type)
    .map(relation => relation.targetRef.toLowerCase());
  return [...new Set(refs)].sort();
}

/** A key for a pair of refs. Two long ones would not fit into a column, and are told apart by hash. */
export function pairKey(left: string, right: string): string {
  const key = `${left}|${right}`;
  return key.length <= 255
    ? key
    : createHash('sha256').update(key).digest('hex');
}
