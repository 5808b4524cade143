/**
 * Where a campaign of reminders stands. It sends nothing before somebody starts it.
 *
 * - `draft`: nobody has started it yet
 * - `running`: it sends
 * - `stopped`: somebody stopped it, and can start it again
 * - `over`: its last day has passed
 *
 * @public
 */
export const reminderStates = ['draft', 'running', 'stopped', 'over'] as const;

/** One of {@link reminderStates}. @public */
export type ReminderState = (typeof reminderStates)[number];

/**
 * Why a campaign that runs sends nothing at the moment.
 *
 * - `not-yet`: its first day has not come
 * - `quiet`: these are quiet hours
 * - `stale`: the data is too old
 * - `held`: the figure is held after a sudden fall
 * - `failed`: the last sync failed
 *
 * @public
 */
export const reminderWaits = [
  'not-yet',
  'quiet',
  'stale',
  'held',
  'failed',
] as const;

/** One of {@link reminderWaits}. @public */
export type ReminderWait = (typeof reminderWaits)[number];
