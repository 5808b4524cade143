import type { Knex } from 'knex';
import type { Mentions } from './Mentions';
import { mentioning } from './mentioning';

/** What people wrote, which may be about anybody. */
const written = [
  ['exception', 'subject'],
  ['exception', 'reason'],
  ['exception', 'decision_note'],
  ['exception', 'end_note'],
  ['hold', 'reason'],
  ['review', 'title'],
  ['review', 'close_reason'],
  ['review', 'scope_name'],
  ['review_schedule', 'title'],
  ['review_schedule', 'scope_name'],
  ['review_item', 'note'],
  ['review_decision', 'note'],
  ['break_glass_drill', 'note'],
  ['reminder_campaign', 'title'],
  ['reminder_campaign', 'text'],
  ['assessment', 'title'],
  ['assessment_step', 'note'],
  ['assessment_comment', 'text'],
  ['erasure', 'reason'],
  // The lists and rules of the configuration, with their owners.
  ['snapshot', 'settings'],
  // What a scope rule is called, with the people whom it leaves out and with their number.
  ['person', 'scope_rule'],
  ['coverage', 'counts'],
] as const;

/** Takes a person out of the texts that others wrote. */
export async function eraseMentions(
  trx: Knex.Transaction,
  tenantId: string,
  mentions: Mentions,
): Promise<void> {
  for (const [table, column] of written) {
    const texts: string[] = await trx(table)
      .where({ tenant_id: tenantId })
      .where(mentioning(mentions, column))
      .distinct(column)
      .pluck(column);
    // Texts that name one person: a few.
    for (const text of texts) {
      const replaced = mentions.replaceIn(text);
      if (replaced !== text) {
        await trx(table)
          .where({ tenant_id: tenantId, [column]: text })
          .update({ [column]: replaced });
      }
    }
  }
}
