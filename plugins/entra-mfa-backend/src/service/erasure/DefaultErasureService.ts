import type { PersonErased } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { erasePerson } from '../../store/erase/erasePerson';
import type { ReadContext } from '../types';
import { refuse } from './refuse';
import type { EraseBody, ErasedParams, ErasureService } from './types';

/** Forgets people. It trusts the user ref that it is given: see AuthorizedErasureService. */
export class DefaultErasureService implements ErasureService<string> {
  readonly #context: Pick<
    ReadContext,
    'knex' | 'clock' | 'config' | 'snapshots'
  >;

  constructor(
    context: Pick<ReadContext, 'knex' | 'clock' | 'config' | 'snapshots'>,
  ) {
    this.#context = context;
  }

  async erase(
    { tenant, id }: ErasedParams,
    { reason }: EraseBody,
    by: string,
  ): Promise<PersonErased> {
    const { knex, clock, config, snapshots } = this.#context;
    // Never null of a tenant that is named.
    const tenantId = snapshots.tenantOf(tenant)!;
    const objectId = id.toLowerCase();
    const at = clock.now();
    const result = await erasePerson(
      knex,
      { tenantId, objectId },
      { by: by.toLowerCase(), at, reason },
      config.rules,
    );
    if (result.outcome !== 'erased') {
      refuse(result);
    }
    return { tenant: tenantId, id: objectId, erasedAt: at.toISOString() };
  }
}
