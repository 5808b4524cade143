import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { refuseHandover } from '../../assess/reviews/refusals';
import { countItems } from '../../store/reviews/countReviewItems';
import {
  handOver,
  insertHandover,
  leftTo,
  type Handover,
} from '../../store/reviews/handOver';
import { toDateOrNull } from '../../store/sql/instant';
import type { ReviewRow } from '../../store/sql/tables';
import { throwRefusal } from '../exceptions/throwRefusal';
import { reviewView } from './reviewView';

/** Who gives whom, as it is stored; throws `InputError` where the other one is no user. */
export function handoverRefs(body: { from: string; to: string }) {
  const [from, to] = [body.from.toLowerCase(), body.to.toLowerCase()];
  if (!to.startsWith('user:')) {
    throw new InputError(
      `Parameter 'to' is wrong: ${to} is no user: refs begin with user:`,
    );
  }
  return { from, to };
}

/** Gives whom a reviewer has left to another one where the rules let it be, within a step of the review. */
export async function handOverWith(
  trx: Knex.Transaction,
  row: ReviewRow,
  between: Handover,
  { userRef, at }: { userRef: string; at: Date },
): Promise<{ given: number; ownLeftOut: boolean }> {
  const of = reviewView(row);
  const { from, to, toIds } = between;
  const left = await countItems(trx, of, leftTo(from));
  const given = await countItems(trx, of, leftTo(from, toIds));
  throwRefusal(
    refuseHandover({
      closedAt: toDateOrNull(row.closed_at),
      isAnother: from !== to,
      left: left.people,
      given: given.people,
    }),
  );
  await handOver(trx, of, between);
  await insertHandover(trx, {
    tenant_id: row.tenant_id,
    review: row.review,
    from_ref: from,
    to_ref: to,
    items: given.people,
    given_by: userRef,
    given_at: at,
  });
  return {
    given: given.people,
    ownLeftOut: given.people < left.people,
  };
}
