import type { Knex } from 'knex';
import { dayOf } from '../../assess/exceptions/days';

/** What had become of an exception of the table `e` at a time, as `exceptionState` tells it. */
export function exceptionStateIn(
  knex: Knex,
  at: Date,
  isNow = false,
): Knex.Raw {
  const today = dayOf(at);
  const taken = (step: 'withdrawn' | 'decided' | 'ended') =>
    isNow
      ? knex.raw('?? is not null', [`e.${step}_at`])
      : knex.raw('?? <= ?', [`e.${step}_at`, at]);
  return knex.raw(
    `case
      when ? then 'withdrawn'
      when e.decided_at is null or not (?)
        then case when e.until < ? then 'lapsed' else 'requested' end
      when e.decision = 'refused' then 'refused'
      when ? then 'ended'
      when e.until < ? then 'expired'
      else 'in-force'
    end`,
    [taken('withdrawn'), taken('decided'), today, taken('ended'), today],
  );
}
