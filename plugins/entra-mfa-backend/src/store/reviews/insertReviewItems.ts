import type { Knex } from 'knex';
import { reasonCodes } from '../../assess/reviews/reasonCodes';

/**
 * Makes the list of a review: everybody of its snapshot whom a reason fits, in one statement.
 *
 * - `b` is the person at the baseline.
 * - Nothing follows from a report that was not read: such people are not without a method.
 * - Whether somebody is in scope and enabled is what no scope class says.
 */
export async function insertReviewItems(
  trx: Knex.Transaction,
  of: { tenantId: string; review: number },
  oldEnough: Date,
): Promise<void> {
  await trx.raw(
    `insert into review_item (tenant_id, review, object_id, reasons,
        keep_needs_note, privileged_rank, sort_name)
      select tenant_id, review, object_id, reasons,
        keep_needs_note, privileged_rank, sort_name
      from (select r.tenant_id, r.review, p.object_id, p.privileged_rank, p.sort_name,
          case when p.privileged and not coalesce(p.registered, false)
            and p.reason <> 'external-method' then true else false end as keep_needs_note,
          case when p.privileged or p.marks like '%"disabled-with-role"%'
            then ${reasonCodes.privileged} else 0 end
          + case when b.object_id is null or p.created_at >= r.since
            then ${reasonCodes.new} else 0 end
          + case when (p.enabled and p.leave_at <= s.at)
            or (p.scope_class is null and p.entity_ref is null
            and exists (select 1 from person e
              where e.tenant_id = r.tenant_id and e.object_id = p.object_id
                and e.to_snapshot > r.baseline_snapshot
                and e.from_snapshot < r.snapshot and e.entity_ref is not null))
            then ${reasonCodes['left-but-enabled']} else 0 end
          + case when not p.enabled and p.enablement_since > r.since
            then ${reasonCodes.disabled} else 0 end
          + case when p.scope_class is null
            and ((p.state = 'uncovered' and not coalesce(p.registered, false))
              or (p.state = 'unknown' and p.methods = '[]'
                and p.reason in ('no-row-yet', 'certificate-scope')))
            and (p.created_at is null or p.created_at <= :oldEnough)
            then ${reasonCodes['no-method']} else 0 end as reasons
        from review r
        join snapshot s on s.tenant_id = r.tenant_id and s.snapshot = r.snapshot
        join person p on p.tenant_id = r.tenant_id
          and p.from_snapshot <= r.snapshot and p.to_snapshot > r.snapshot
        left join person b on b.tenant_id = r.tenant_id
          and b.object_id = p.object_id
          and b.from_snapshot <= r.baseline_snapshot
          and b.to_snapshot > r.baseline_snapshot
        where r.tenant_id = :tenantId and r.review = :review) listed
      where reasons > 0`,
    { ...of, oldEnough },
  );
}
