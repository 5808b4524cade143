import { hash } from 'crypto';
import type { Knex } from 'knex';
import { leadsOf } from '../../assess/leadsOf';
import type { CatalogGroupBody } from '../../collectors/types';
import type { RecordRow, TeamLeadRow } from '../sql/tables';
import { eventDataSets } from '../run/eventRecords';
import { eraseBody } from './eraseBody';
import { eraseDevices } from './eraseDevices';
import { Mentions } from './Mentions';
import { mentioning } from './mentioning';
import { recordsOf } from './recordsOf';
import {
  erasedRef,
  type Erased,
  type Identifiers,
  type PersonRef,
} from './types';

/** Takes a person out of all versions of what was read, those of a run that was broken off too. */
export async function eraseRecords(
  trx: Knex.Transaction,
  erased: Erased,
  identifiers: Identifiers,
): Promise<void> {
  const { refs } = identifiers;
  const placeOf = new Map(refs.map(({ ref, erased: place }) => [ref, place]));
  const replaceRef = (text: string) => placeOf.get(text) ?? text;
  // The versions of one person: some dozens, not people.
  for (const row of await recordsOf(trx, erased, refs)) {
    const body = eraseBody(row.data_set, row.body, replaceRef);
    await rewrite(trx, row, {
      record_key: row.record_key.split('|').map(replaceRef).join('|'),
      body,
      // What a run makes of the row that Microsoft's report may have still: see comparePage.
      hash: hash('sha256', body, 'base64url'),
    });
  }
  await eraseEvents(trx, erased);
  await trx<RecordRow>('record')
    .where({
      tenant_id: erased.tenantId,
      data_set: 'sign-in-activity',
      record_key: erased.objectId,
    })
    .delete();
  await eraseDevices(trx, erased, new Mentions(identifiers));
  const mentions = new Mentions(identifiers, { shortRefs: true });
  for (const row of await readGroupsNaming(trx, erased.tenantId, mentions)) {
    const body = eraseBody(row.data_set, row.body, text =>
      mentions.replaceIn(text),
    );
    await rewrite(trx, row, { body });
    await eraseLeads(trx, erased, refs, { row, body });
  }
}

/**
 * What the person tried, and how they were at risk, which no figure of then rests on. A run that goes on counts them once
 * more, and no more than that.
 */
async function eraseEvents(
  trx: Knex.Transaction,
  { tenantId, objectId }: Erased,
): Promise<void> {
  await trx<RecordRow>('record')
    .where({ tenant_id: tenantId })
    .whereIn('data_set', eventDataSets)
    .where('record_key', '>', `${objectId}|`)
    .where('record_key', '<', `${objectId}|a`)
    .delete();
  await trx<RecordRow>('record')
    .where({
      tenant_id: tenantId,
      data_set: 'risky-users',
      record_key: objectId,
    })
    .delete();
}

/** A name in a field of a Group reads as one or two users who lead it, and these are no entity of theirs. */
async function eraseLeads(
  trx: Knex.Transaction,
  { tenantId, objectId }: Erased,
  refs: readonly PersonRef[],
  { row, body }: { row: RecordRow; body: string },
): Promise<void> {
  const after = new Set(leadsIn(body));
  const own = new Set(refs.map(({ ref }) => ref));
  const lost = leadsIn(row.body).filter(
    ref => !after.has(ref) && !own.has(ref),
  );
  for (const [place, ref] of lost.entries()) {
    await trx<TeamLeadRow>('team_lead')
      .where({
        tenant_id: tenantId,
        team_ref: row.record_key,
        lead_ref: ref,
      })
      .update({ lead_ref: erasedRef(objectId, refs.length + place) });
  }
}

/** Whoever leads a Group by any setting. */
function leadsIn(body: string): string[] {
  const { leads }: CatalogGroupBody = JSON.parse(body);
  const { relations = {}, annotations = {}, profile = {} } = leads ?? {};
  return leadsOf(leads, {
    relations: Object.keys(relations),
    annotations: Object.keys(annotations),
    profile: Object.keys(profile),
  });
}

/** The versions of Groups that say that the person leads them. */
export async function readGroupsNaming(
  knex: Knex,
  tenantId: string,
  mentions: Mentions,
): Promise<RecordRow[]> {
  const rows = await knex<RecordRow>('record')
    .where({ tenant_id: tenantId, data_set: 'catalog-groups' })
    .where(mentioning(mentions, 'body'));
  return rows.filter(({ body }) => {
    const { leads }: CatalogGroupBody = JSON.parse(body);
    return leads !== undefined && mentions.isIn(JSON.stringify(leads));
  });
}

async function rewrite(
  trx: Knex.Transaction,
  row: RecordRow,
  to: Partial<RecordRow>,
): Promise<void> {
  await trx<RecordRow>('record')
    .where({
      tenant_id: row.tenant_id,
      data_set: row.data_set,
      record_key: row.record_key,
      from_run: row.from_run,
    })
    .update(to);
}
