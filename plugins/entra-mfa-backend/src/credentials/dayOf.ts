/** The UTC day of a moment, as texts name it: an ISO date. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
