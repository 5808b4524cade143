import type { Knex } from 'knex';
import type { SealedSecretRow } from '../sql/tables';

/** Whose secret it is, and what for. */
export interface SealedPlace {
  tenantId: string;
  purpose: string;
}

type SealedValues = Pick<
  SealedSecretRow,
  'key_id' | 'wrapped_key' | 'sealed'
> & { sealed_at: Date };

function whereOf({ tenantId, purpose }: SealedPlace) {
  return { tenant_id: tenantId, purpose };
}

/** Adds a sealed secret, in the place of an earlier one. */
export async function insertSealedSecret(
  knex: Knex,
  place: SealedPlace,
  values: SealedValues,
): Promise<void> {
  await knex<SealedSecretRow>('sealed_secret')
    .insert({ ...whereOf(place), ...values })
    .onConflict(['tenant_id', 'purpose'])
    .merge();
}

/** Puts a sealed secret in the place of one that was read, unless another one, or none, is there by now. */
export async function updateSealedSecret(
  knex: Knex,
  place: SealedPlace,
  { sealed }: Pick<SealedSecretRow, 'sealed'>,
  values: SealedValues,
): Promise<void> {
  await knex<SealedSecretRow>('sealed_secret')
    .where({ ...whereOf(place), sealed })
    .update(values);
}

/** One sealed secret. */
export async function readSealedSecret(
  knex: Knex,
  place: SealedPlace,
): Promise<SealedSecretRow | undefined> {
  return knex<SealedSecretRow>('sealed_secret').where(whereOf(place)).first();
}

/** Those whose keys another key than this one wraps. Over all tenants. */
export async function readSealedSecretsByOtherKeys(
  knex: Knex,
  keyId: string,
): Promise<SealedSecretRow[]> {
  return knex<SealedSecretRow>('sealed_secret').whereNot({ key_id: keyId });
}

/** Wraps the key of a sealed secret in another way, unless it was sealed anew meanwhile. Returns whether it did. */
export async function updateWrappedKey(
  knex: Knex,
  row: Pick<SealedSecretRow, 'tenant_id' | 'purpose' | 'wrapped_key'>,
  next: Pick<SealedSecretRow, 'key_id' | 'wrapped_key'>,
): Promise<boolean> {
  const { tenant_id, purpose, wrapped_key } = row;
  const updated = await knex<SealedSecretRow>('sealed_secret')
    .where({ tenant_id, purpose, wrapped_key })
    .update(next);
  return updated > 0;
}

/** Deletes one. */
export async function deleteSealedSecret(
  knex: Knex,
  place: SealedPlace,
): Promise<void> {
  await knex<SealedSecretRow>('sealed_secret').where(whereOf(place)).delete();
}

/** Deletes all that are kept of a tenant. */
export async function deleteSealedSecrets(
  knex: Knex,
  tenantId: string,
): Promise<void> {
  await knex<SealedSecretRow>('sealed_secret')
    .where({ tenant_id: tenantId })
    .delete();
}

/** Deletes those of a kind of purpose that are older than a time. Over all tenants. */
export async function deleteOldSealedSecrets(
  knex: Knex,
  purpose: string,
  before: Date,
): Promise<void> {
  await knex<SealedSecretRow>('sealed_secret')
    .where('purpose', 'like', `${purpose}/%`)
    .andWhere('sealed_at', '<', before)
    .delete();
}
