import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { setTimeout as wait } from 'node:timers/promises';

/** A catalog that is being filled grows many times in this time. */
const calmMs = 1_400;
const looksInCalm = 2;

/**
 * Resolves when the Microsoft Graph provider has filled the catalog: there are people and
 * teams, and their number has stopped growing.
 */
export async function waitForCatalog(options: {
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
}): Promise<void> {
  const { catalog, auth, logger } = options;
  const credentials = await auth.getOwnServiceCredentials();
  let last = -1;
  let calm = 0;
  let told = 0;
  while (calm < looksInCalm) {
    const { totalItems } = await catalog.queryEntities(
      {
        filter: { kind: ['user', 'group'] },
        limit: 1,
        fields: ['metadata.name'],
      },
      { credentials },
    );
    if (totalItems >= told + 250) {
      told = totalItems;
      logger.info(
        `Demo: the catalog has ${totalItems} people and teams so far`,
      );
    }
    calm = totalItems > 0 && totalItems === last ? calm + 1 : 0;
    last = totalItems;
    await wait(calmMs / looksInCalm);
  }
  logger.info(`Demo: the catalog has all ${last} people and teams`);
}
