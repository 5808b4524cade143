const DAY = 24 * 3_600_000;
/** How far back it is looked for who joined and who lost a registration. */
const LOOK_BACK_DAYS = 90;

/** After how many days a lost registration should have an answer. */
export const LOST_DAYS = 7;

/** In which times somebody joined, or lost a registration, whom tests count at a time. */
export function windowsOf(at: Date, joinedDays: number) {
  const ago = (days: number) => new Date(at.getTime() - days * DAY);
  const after = ago(LOOK_BACK_DAYS);
  return {
    joined: { after, upTo: ago(joinedDays) },
    lost: { after, upTo: ago(LOST_DAYS) },
  };
}
