import type { Knex } from 'knex';
import type { RuleSettings } from '../../assess/types';
import { STILL_TRUE, type PersonRow, type RecordRow } from '../sql/tables';
import { readGroupsNaming } from './eraseRecords';
import { Mentions } from './Mentions';
import { recordsOf } from './recordsOf';
import type { Erased, Identifiers } from './types';

/** What would bring the person back with the next sync. */
export interface StillThere {
  inDirectory: boolean;
  inFigures: boolean;
  inCatalog: boolean;
  inConfiguration: boolean;
  /** Entities that name them as their owner or lead, sorted. */
  namedBy: string[];
}

/** Looks where a person is now: what is there still is read again. */
export async function readStillThere(
  knex: Knex,
  erased: Erased,
  known: { identifiers: Identifiers; mentions: Mentions; rules: RuleSettings },
): Promise<StillThere> {
  const { tenantId, objectId } = erased;
  const { identifiers, mentions, rules } = known;
  const inFigures = await knex<PersonRow>('person')
    .where({
      tenant_id: tenantId,
      object_id: objectId,
      to_snapshot: STILL_TRUE,
    })
    .first('object_id');
  const records: RecordRow[] = await recordsOf(
    knex,
    erased,
    // Where a ref is somebody else's by now, what is there now is theirs.
    identifiers.refs.filter(({ span }) => span === null),
  ).where('to_run', STILL_TRUE);
  const groups = await readGroupsNaming(
    knex,
    tenantId,
    new Mentions(identifiers, { shortRefs: true }),
  );
  const has = (...dataSets: string[]) =>
    records.some(({ data_set: dataSet }) => dataSets.includes(dataSet));
  const owned = records
    .filter(({ data_set: dataSet }) => dataSet === 'catalog-ownership')
    .map(({ body }): string => JSON.parse(body).entityRef);
  const led = groups
    .filter(({ to_run: to }) => to === STILL_TRUE)
    .map(({ record_key: ref }) => ref);
  const { listed, listedPatterns, scopeRules } = rules;
  return {
    inDirectory: has('users'),
    inFigures: inFigures !== undefined,
    inCatalog: has('catalog-users', 'catalog-memberships'),
    inConfiguration: mentions.isIn(
      JSON.stringify({ listed, listedPatterns, scopeRules }),
    ),
    namedBy: [...new Set([...owned, ...led])].sort(),
  };
}
