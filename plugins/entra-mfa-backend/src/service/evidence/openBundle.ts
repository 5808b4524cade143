import { NotFoundError } from '@backstage/errors';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import {
  formatCheckpoint,
  type BundleContent,
  type BundlePerson,
  type EvidenceItem,
} from '@entra-mfa/evidence';
import type { EvidenceLogs } from '../../evidence/EvidenceLogs';
import {
  readCheckpoint,
  readHeld,
  readItemOfLeaf,
  readSignedSince,
  readSnapshotRow,
} from '../../store/evidence/readEvidence';
import { statementOf } from '../../store/evidence/statementOf';
import { aboutFile } from '../exports/aboutFile';
import { exportPeople } from '../exports/exportPeople';
import { fileName } from '../exports/fileName';
import type { ExportedPerson } from '../exports/types';
import { requirePublished } from '../Snapshots';
import type { QueryOf, ReadContext } from '../types';
import { proveIn } from './proveIn';

/** A bundle that was begun, ready to be sent. */
export interface Bundle {
  tenantId: string;
  snapshot: number;
  /** Which key made the pseudonyms; null where there are none. */
  keyId: string | null;
  /** Without its end. */
  name: string;
  content: Omit<BundleContent, 'people'>;
  /** Null where they are not kept of that time. */
  people: AsyncIterable<BundlePerson> | null;
}

/**
 * What was found at a snapshot, with everybody and the proofs. People are told where they are kept of that time.
 *
 * @throws NotFoundError where the snapshot is older than the log
 */
export async function openBundle(
  context: ReadContext & { evidence: EvidenceLogs },
  query: QueryOf<'getEvidenceBundle'>,
): Promise<Bundle> {
  const { knex, snapshots, evidence } = context;
  const { found, hasPeople } = await snapshots.readCounts(
    query,
    async (one, kept) => ({ found: requirePublished(one), hasPeople: kept }),
  );
  const { tenantId } = found.view;
  const { number } = found.snapshot;
  const made = await readCheckpoint(knex, tenantId, { snapshot: number });
  const row = await readSnapshotRow(knex, tenantId, number);
  if (!made || !row) {
    throw new NotFoundError(
      'Nothing was put on record then: choose a later date',
    );
  }
  // A signed state vouches for all before it; where there is none, that of the snapshot itself.
  const state = (await readSignedSince(knex, tenantId, made.size)) ?? made;
  const { size } = state;
  const prove = proveIn(knex, state);
  const at = async (leaf: number) => ({ leaf, size, proof: await prove(leaf) });
  const view = { ...found.view, newest: false };
  const held = await readHeld(knex, view);
  const items: BundleContent['items'][number][] = [];
  for (const { leaf } of held) {
    const { content } = (await readItemOfLeaf(knex, tenantId, leaf))!;
    const item: EvidenceItem = JSON.parse(content);
    items.push({ item, at: await at(leaf) });
  }
  const everybody = routes.exportPeople.query.parse({
    tenant: tenantId,
    at: found.snapshot.at.toISOString(),
    names: String(query.names),
  });
  const exported = hasPeople
    ? await exportPeople(context, everybody, { kind: 'all' })
    : null;
  const about = await aboutFile(context, {
    tenantId,
    snapshot: found.snapshot,
    pastAt: query.at ?? null,
    filter: null,
    seen: context.clock.now(),
  });
  return {
    tenantId,
    snapshot: number,
    keyId: exported?.keyId ?? null,
    name: fileName('evidence', about, query.names),
    content: {
      statement: statementOf(row, held),
      statementAt: await at(made.size - 1),
      items,
      checkpoint:
        state.note ??
        formatCheckpoint({
          origin: evidence.originOf(tenantId),
          size,
          root: Buffer.from(state.root, 'hex'),
        }),
      named: query.names,
      pseudonymKey: exported?.keyId ?? null,
      signer: evidence.signer,
    },
    people: exported && toldOf(exported.people),
  };
}

async function* toldOf(people: AsyncIterable<ExportedPerson>) {
  for await (const one of people) {
    yield toBundlePerson(one);
  }
}

function toBundlePerson({ pseudonym, person }: ExportedPerson): BundlePerson {
  const { displayName, userPrincipalName } = person;
  return {
    id: pseudonym ?? person.id,
    ...(pseudonym === null && { displayName, userPrincipalName }),
    state: person.state,
    reason: person.reason,
    scopeClass: person.scopeClass,
    registered: person.registered,
    capable: person.capable,
    tier: person.tier,
    methods: person.methods,
    privileged: person.privileged,
  };
}
