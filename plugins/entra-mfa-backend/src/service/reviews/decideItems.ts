import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  reviewBulkLimit,
  type ReviewDecision,
  type ReviewScopeKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { refuseDecision } from '../../assess/reviews/refusals';
import { countItems } from '../../store/reviews/countReviewItems';
import { decideReviewItems } from '../../store/reviews/decideReviewItems';
import type {
  ItemFilter,
  ReviewView,
} from '../../store/reviews/itemConditions';
import { throwRefusal } from '../exceptions/throwRefusal';

/** What is decided on whom. */
export interface Deciding {
  decision: ReviewDecision;
  note?: string;
  chosen: { ids: string[] } | { filter: ItemFilter };
  /** Whether several are decided at once: then the caller is left out, not refused. */
  several?: boolean;
  /** How many the caller saw. */
  expected?: number;
}

/** Decides on people where the rules let the caller, within a step of the review. */
export async function decideItems(
  trx: Knex.Transaction,
  of: ReviewView,
  { decision, note, chosen, several = false, expected }: Deciding,
  by: {
    closedAt: Date | null;
    scope: ReviewScopeKind;
    /** By which refs the caller was asked to decide, and may on those people alone; null for who may on all. */
    only: readonly string[] | null;
    ownIds: readonly string[];
    userRef: string;
    at: Date;
  },
): Promise<{ decided: number; ownLeftOut: boolean }> {
  const asked: ItemFilter = {
    ...('ids' in chosen ? chosen : chosen.filter),
    ...(by.only && { assignedTo: by.only }),
  };
  const others: ItemFilter = { ...asked, except: by.ownIds };
  const all = await countItems(trx, of, asked);
  const { people, needNote } = await countItems(trx, of, others);
  if ('ids' in chosen && all.people < chosen.ids.length) {
    throw notListed(chosen.ids.length - all.people, several, by.only !== null);
  }
  const made = { decision, note: note || null };
  throwRefusal(
    refuseDecision(made, {
      closedAt: by.closedAt,
      scope: by.scope,
      own: all.people === 1 && people === 0,
      needNote,
      people,
    }),
  );
  if (expected !== undefined && expected !== all.people) {
    throw new ConflictError(
      `The filter finds ${all.people} people by now, not ${expected}: load the review again and look at who they are`,
    );
  }
  if (all.people > reviewBulkLimit) {
    throw new InputError(
      `Parameter 'filter' is wrong: it finds ${all.people} people, and ${reviewBulkLimit} can be decided at once; narrow it`,
    );
  }
  const decided = await decideReviewItems(trx, of, others, {
    ...made,
    decided_by: by.userRef,
    decided_at: by.at,
  });
  return { decided, ownLeftOut: people < all.people };
}

function notListed(
  missing: number,
  several: boolean,
  ofTheirs: boolean,
): NotFoundError {
  const are = missing === 1 ? 'is' : 'are';
  const who = several ? `${missing} of these people ${are}` : 'This person is';
  return new NotFoundError(
    `${who} not on the list of this review${
      ofTheirs ? ', or not among those on whom you were asked to decide' : ''
    }: GET /v1/reviews/{number}/items${
      ofTheirs ? '?reviewer=me' : ''
    } tells who is`,
  );
}
