import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  processingResult,
  type CatalogProcessor,
  type CatalogProcessorCache,
  type CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import { labelEntity } from './labels/labelEntity';
import { recallLabels, rememberLabels } from './labels/labelsCache';
import type { Exposure } from './status/readExposure';
import type { StatusDirectory } from './status/StatusDirectory';
import { statusKeys } from './status/statusKeys';

const objectIdAnnotation = 'graph.microsoft.com/user-id';

/**
 * Labels User and Group entities with their MFA status.
 *
 * The same status gives the same entity, byte for byte: anything else would have the catalog write
 * and stitch every entity on every round. Nothing here fails: a processor that throws would cost the
 * entity all of its processing.
 */
export class EntraMfaProcessor implements CatalogProcessor {
  readonly #directory: StatusDirectory;
  readonly #exposure: Exposure;

  constructor(options: { directory: StatusDirectory; exposure: Exposure }) {
    this.#directory = options.directory;
    this.#exposure = options.exposure;
  }

  /** Never to be renamed: what entities keep is stored under this name. */
  getProcessorName(): string {
    return 'EntraMfaProcessor';
  }

  async preProcessEntity(
    entity: Entity,
    _location: unknown,
    emit: CatalogProcessorEmit,
    _originLocation: unknown,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const kind = entity.kind.toLocaleLowerCase('en-US');
    if (kind !== 'user' && kind !== 'group') {
      return entity;
    }
    if (
      this.#exposure === 'off' ||
      (this.#exposure === 'groups' && kind === 'user')
    ) {
      await rememberLabels(cache, undefined);
      return labelEntity(entity, undefined);
    }
    const key = kind === 'group' ? groupKey(entity) : userKey(entity);
    // On every run: a key that is left out once is forgotten by the catalog.
    emit(processingResult.refresh(key));
    const status = await this.#directory.find(key);
    if (!status.known) {
      return labelEntity(entity, await recallLabels(cache));
    }
    await rememberLabels(cache, status.entityLabels);
    return labelEntity(entity, status.entityLabels);
  }
}

function groupKey(entity: Entity): string {
  return statusKeys.group(stringifyEntityRef(entity));
}

function userKey(entity: Entity): string {
  const objectId = entity.metadata.annotations?.[objectIdAnnotation];
  return objectId
    ? statusKeys.user(objectId)
    : statusKeys.userRef(stringifyEntityRef(entity));
}
