import type { SeriesPoint } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/**
 * From how many people on, more or fewer in scope than on the day before are noted: so many at least, and such
 * a share of them.
 */
export const noteworthy = { people: 5, permille: 20 };

/** What was different on a day than on the one that was read before it. */
export interface TrendNote {
  at: string;
  /** `code`: another version of the rules; `settings`: the same one with other settings. */
  rules: 'code' | 'settings' | null;
  /** How many more are in scope, or fewer; 0 where not {@link noteworthy}. */
  people: number;
}

type Day = Pick<SeriesPoint, 'at' | 'inScope' | 'rulesVersion'>;

/** The version of the code of rules: `3` of `3-0a1b2c3d4e5f`. */
const codeOf = (day: Day) => day.rulesVersion.split('-')[0];

function rulesNote(before: Day, day: Day): TrendNote['rules'] {
  if (day.rulesVersion === before.rulesVersion) return null;
  return codeOf(day) === codeOf(before) ? 'settings' : 'code';
}

function peopleNote(before: Day, day: Day): number {
  const people = day.inScope - before.inScope;
  const isNoteworthy =
    Math.abs(people) >= noteworthy.people &&
    Math.abs(people) * 1000 >= noteworthy.permille * before.inScope;
  return isNoteworthy ? people : 0;
}

/** The days on which the rules or the people in scope changed: there the figure may jump and nobody did a thing. */
export function trendNotes(days: readonly Day[]): TrendNote[] {
  return days.slice(1).flatMap((day, index) => {
    const before = days[index];
    const note = {
      at: day.at,
      rules: rulesNote(before, day),
      people: peopleNote(before, day),
    };
    return note.rules || note.people !== 0 ? [note] : [];
  });
}
