import type { Knex } from 'knex';
import { heldCodes } from '../../assess/reviews/heldCodes';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import { membersOf, type Membership } from './membersOf';

/** As `keepNeedsNote` of assess/reviews has it of one person; a test compares the two. */
const keepNeedsNote = `case when p.privileged is true and p.registered is not true
  and p.reason <> 'external-method' then true else false end`;

/** Makes the list of a review of everybody who has a role, or is in a group or team: one statement, however many. */
export async function insertMembers(
  trx: Knex.Transaction,
  { review, view }: { review: number; view: SnapshotView },
  membership: Membership,
): Promise<void> {
  const held =
    membership.kind === 'role'
      ? trx({ k: 'person_role' })
          .where(versionAt(view, 'k'))
          .andWhere('k.role_id', membership.id)
          .whereRaw('k.object_id = p.object_id')
          .select(
            trx.raw(
              `sum(case k.kind when 'active' then ${heldCodes.active} else ${heldCodes.eligible} end)`,
            ),
          )
      : trx.raw('0');
  await trx
    .into(
      trx.raw(
        `review_item (tenant_id, review, object_id, reasons, keep_needs_note,
          privileged_rank, sort_name, held)`,
      ),
    )
    .insert(
      trx({ p: 'person' })
        .where(versionAt(view, 'p'))
        .whereIn('p.object_id', membersOf(trx, membership))
        .select(
          'p.tenant_id',
          trx.raw(`${Number(review)}`),
          'p.object_id',
          trx.raw('0'),
          trx.raw(keepNeedsNote),
          'p.privileged_rank',
          'p.sort_name',
          trx.raw('(?)', [held]),
        ),
    );
}
