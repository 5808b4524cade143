import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import {
  bundleFiles,
  type BundleContent,
  type BundlePerson,
} from '@entra-mfa/evidence';
import type { EvidenceLogs } from '../../evidence/EvidenceLogs';
import type { KeptPdfs } from '../../report/KeptPdfs';
import { filesOfDay } from '../../report/filesOfDay';
import { aboutFile } from '../exports/aboutFile';
import { exportPeople } from '../exports/exportPeople';
import { fileName } from '../exports/fileName';
import type { ExportedPerson } from '../exports/types';
import { requirePublished } from '../Snapshots';
import type { QueryOf, ReadContext } from '../types';
import type { Bundle } from './Bundle';
import { noteOf } from './noteOf';
import { proveIn } from './proveIn';
import { readEvidenceDay } from './readEvidenceDay';
import { readOnRecord } from './readOnRecord';

/** The bundle of a snapshot. */
export interface DayBundle extends Bundle {
  snapshot: number;
  /** Which key made the pseudonyms; null where there are none. */
  keyId: string | null;
}

/**
 * What was found at a snapshot, with everybody and the proofs. People are told where they are kept of that time.
 *
 * @throws NotFoundError where the snapshot is older than the log
 */
export async function openBundle(
  context: ReadContext & { evidence: EvidenceLogs; papers: KeptPdfs },
  query: QueryOf<'getEvidenceBundle'>,
): Promise<DayBundle> {
  const { knex, snapshots, evidence } = context;
  const { found, hasPeople } = await snapshots.readCounts(
    query,
    async (one, kept) => ({ found: requirePublished(one), hasPeople: kept }),
  );
  const { tenantId } = found.view;
  const onRecord = await readOnRecord(context, found);
  const { statement, statementLeaf, state } = onRecord;
  const { size } = state;
  const prove = proveIn(knex, state);
  const at = async (leaf: number) => ({ leaf, size, proof: await prove(leaf) });
  const items: BundleContent['items'][number][] = [];
  for (const { item, leaf } of onRecord.items) {
    items.push({ item, at: await at(leaf) });
  }
  const day = await readEvidenceDay(context, found, onRecord);
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
  const content: Omit<BundleContent, 'people'> = {
    statement,
    statementAt: await at(statementLeaf),
    items,
    more: await filesOfDay(day, {
      named: query.names,
      pdfOf: report => context.papers.of(report),
    }),
    checkpoint: noteOf(state, evidence),
    named: query.names,
    pseudonymKey: exported?.keyId ?? null,
    signer: evidence.signer,
    timestamps: evidence.timestamps,
  };
  return {
    tenantId,
    snapshot: found.snapshot.number,
    keyId: exported?.keyId ?? null,
    name: fileName('evidence', about, query.names),
    people: exported && toldOf(exported.people),
    files: people => bundleFiles({ ...content, people }),
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
