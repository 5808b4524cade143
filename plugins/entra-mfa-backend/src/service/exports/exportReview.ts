import { reviewItemFilterSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { heldOfCode } from '../../assess/reviews/heldCodes';
import { reasonsOfCode } from '../../assess/reviews/reasonCodes';
import { readSnapshot } from '../../store/asOf/readSnapshot';
import type {
  ItemFilter,
  ItemVisibility,
  ReviewView,
} from '../../store/reviews/itemConditions';
import { readReviewDecisions } from '../../store/reviews/readReviewDecisions';
import {
  readReviewItems,
  type ItemPlace,
} from '../../store/reviews/readReviewItems';
import type { ReviewItemRow } from '../../store/sql/tables';
import { readPeopleOf } from '../getPeople';
import { toDecided } from '../reviews/toDecided';
import { hiddenFrom } from '../smallTeams/hiddenFrom';
import type { ReadContext } from '../types';
import { aboutFile } from './aboutFile';
import { inOrderOfPseudonyms } from './inOrderOfPseudonyms';
import type { Pseudonyms } from './Pseudonyms';
import { readPseudonyms } from './readPseudonyms';
import { tellFilter } from './tellFilter';
import type { ExportedItem, ReviewExport } from './types';
import { withoutHiddenTeams } from './withoutHiddenTeams';

const AT_ONCE = 1_000;

/** Which people of a review a file is of. */
export interface ReviewExportRequest {
  of: ReviewView;
  filter: ItemFilter;
  visibility: ItemVisibility | null;
  names: boolean;
  openedAt: Date;
}

/**
 * The people of a closed review as they were on its list, with what was decided on them: with names
 * only where they are asked for.
 */
export async function exportReview(
  context: ReadContext,
  request: ReviewExportRequest,
): Promise<ReviewExport> {
  const pseudonyms = request.names
    ? null
    : await readPseudonyms(context.config.exports);
  const { of, filter, names, openedAt } = request;
  const { tenantId } = of.then;
  const snapshot = await readSnapshot(context.knex, tenantId, of.then.snapshot);
  return {
    about: await aboutFile(context, {
      tenantId,
      snapshot,
      // The list stays as it was when it was made.
      pastAt: snapshot && snapshot.at.toISOString(),
      filter: tellFilter(filter, reviewItemFilterSchema, {
        named: names,
        hiddenTeams: new Set(),
      }),
      seen: openedAt,
    }),
    tenant: tenantId,
    number: request.of.review,
    keyId: pseudonyms && pseudonyms.keyId,
    items: pseudonyms
      ? pseudonymous(context, request, pseudonyms)
      : named(context, request),
  };
}

async function* named(
  context: ReadContext,
  request: ReviewExportRequest,
): AsyncIterable<ExportedItem> {
  for await (const rows of eachPage(context, request)) {
    yield* await itemsOf(context, request.of, rows);
  }
}

async function* pseudonymous(
  context: ReadContext,
  request: ReviewExportRequest,
  pseudonyms: Pseudonyms,
): AsyncIterable<ExportedItem> {
  const { knex } = context;
  const { of } = request;
  const { tenantId } = of.then;
  async function* allIds() {
    for await (const rows of eachPage(context, request)) {
      yield rows.map(row => row.object_id);
    }
  }
  const { teams } = await hiddenFrom(context, of.then, { kind: 'none' });
  const chunks = inOrderOfPseudonyms(pseudonyms, tenantId, allIds(), AT_ONCE);
  for await (const ids of chunks) {
    const { rows } = await readReviewItems(
      knex,
      of,
      { filter: { ids }, visibility: null },
      { after: null, limit: AT_ONCE },
    );
    const items = await itemsOf(context, of, rows);
    const byId = new Map(items.map(item => [item.person.id, item]));
    for (const { person, ...item } of ids.map(id => byId.get(id)!)) {
      yield {
        ...item,
        pseudonym: pseudonyms.of(tenantId, person.id),
        person: withoutHiddenTeams(person, teams),
        decision: item.decision && {
          decision: item.decision.decision,
          // A note is free text and may name anybody.
          note: null,
          by: pseudonyms.of(tenantId, item.decision.by),
          // The list is walked through by name, so the minute of a decision tells whose it is.
          at: item.decision.at.slice(0, 10),
        },
      };
    }
  }
}

async function* eachPage(
  { knex }: ReadContext,
  { of, filter, visibility }: ReviewExportRequest,
): AsyncIterable<ReviewItemRow[]> {
  let after: ItemPlace | null = null;
  do {
    const page: Awaited<ReturnType<typeof readReviewItems>> =
      await readReviewItems(
        knex,
        of,
        { filter, visibility },
        { after, limit: AT_ONCE },
      );
    yield page.rows;
    after = page.next;
  } while (after);
}

async function itemsOf(
  context: ReadContext,
  of: ReviewView,
  rows: readonly ReviewItemRow[],
): Promise<ExportedItem[]> {
  const ids = rows.map(row => row.object_id);
  const key = { tenantId: of.then.tenantId, review: of.review };
  const [people, decisions] = await Promise.all([
    readPeopleOf(context, of.then, ids),
    readReviewDecisions(context.knex, key, ids),
  ]);
  return rows.map(row => {
    const [decision, ...earlier] = decisions.get(row.object_id) ?? [];
    return {
      pseudonym: null,
      // Whoever is on the list was in the directory at its snapshot.
      person: people.get(row.object_id)!,
      reasons: [...reasonsOfCode(row.reasons), ...heldOfCode(row.held)],
      decision: decision ? toDecided(decision) : null,
      earlier: earlier.length,
    };
  });
}
