import type { EvidenceBody, EvidenceItem } from '@entra-mfa/evidence';
import type { EvidenceLogs } from '../../evidence/EvidenceLogs';
import type { EvidenceDay } from '../../report/EvidenceDay';
import { readMoments } from '../../store/controls/freshness';
import { readHeldAt } from '../../store/evidence/readEvidence';
import { readTenantNames } from '../../store/read/readTenantNames';
import { readStandings, STRIP_DAYS } from '../controls/readStandings';
import { isFromMethods } from '../isFromMethods';
import type { Found } from '../Snapshots';
import type { ReadContext } from '../types';
import type { OnRecord } from './readOnRecord';

const DAY = 24 * 3_600_000;

/** What the report of a snapshot is made of, as it was known at that snapshot: whenever it is asked for, it is the same. */
export async function readEvidenceDay(
  context: ReadContext & { evidence: EvidenceLogs },
  found: Found,
  onRecord: OnRecord,
): Promise<EvidenceDay> {
  const { knex, frameworks, evidence } = context;
  const { snapshot, view } = found;
  const { tenantId } = view;
  const { statement, items, settingsText, state } = onRecord;
  const standings = await readStandings(
    context,
    found,
    snapshot.at.toISOString(),
  );
  const names = await readTenantNames(knex, [tenantId]);
  return {
    tenant: { id: tenantId, name: names.get(tenantId) || tenantId },
    statement,
    items: items.map(({ item }) => item),
    origin: evidence.originOf(tenantId),
    isSigned: state.note !== null,
    judgedBy: {
      rulesVersion: statement.rulesVersion,
      fingerprint: statement.settings,
      settingsText,
    },
    isFromMethods: isFromMethods(snapshot),
    days: await readDays(context, found),
    frameworks,
    stripDays: standings.days,
    standingOf: control => ({
      status: standings.statusOf(control),
      disabledReason: standings.disabledReason(control),
      strip: standings.strip(control),
    }),
  };
}

/** What was on record of registration at the last snapshot of each day, up to that of the snapshot. */
async function readDays(
  { knex }: ReadContext,
  { snapshot, view: { tenantId } }: Found,
): Promise<EvidenceDay['days']> {
  const first = Math.floor(snapshot.at.getTime() / DAY) - STRIP_DAYS + 1;
  const from = new Date(first * DAY);
  const moments = await readMoments(knex, tenantId, {
    from,
    upTo: snapshot.number,
  });
  const lasts = new Map<number, number>();
  for (const { number, at } of moments) {
    lasts.set(Math.floor(at.getTime() / DAY), number);
  }
  const held = await readHeldAt(knex, tenantId, 'registration-summary', [
    ...lasts.values(),
  ]);
  return Array.from({ length: STRIP_DAYS }, (_, place) => {
    const number = lasts.get(first + place);
    const item =
      number !== undefined &&
      held.find(one => one.from <= number && number < one.to);
    return {
      day: new Date((first + place) * DAY).toISOString().slice(0, 10),
      body: item
        ? ((JSON.parse(item.content) as EvidenceItem)
            .body as EvidenceBody<'registration-summary'>)
        : null,
    };
  });
}
