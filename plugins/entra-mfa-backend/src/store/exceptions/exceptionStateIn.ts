import type { Knex } from 'knex';
import { dayOf } from '../../assess/exceptions/days';

/** What had become of an exception of the table `e` at a time, as `exceptionState` tells it. */
export function exceptionStateIn(knex: Knex, at: Date): Knex.Raw {
  const today = dayOf(at);
  return knex.raw(
    `case
      when e.withdrawn_at <= ? then 'withdrawn'
      when e.decided_at is null or e.decided_at > ?
        then case when e.until < ? then 'lapsed' else 'requested' end
      when e.decision = 'refused' then 'refused'
      when e.ended_at <= ? then 'ended'
      when e.until < ? then 'expired'
      else 'in-force'
    end`,
    [at, at, today, at, today],
  );
}
