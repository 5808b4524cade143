import type { Replaced } from '../store/publishSnapshot';

/** What a snapshot changes, gathered while it is written: what it replaces, and whom to tell. */
export interface Changes {
  replaced: { [Kind in keyof Replaced]: string[] };
  /** People whose state or entity is another one now, also those who came or left. */
  objectIds: string[];
  /** Groups whose counts are others now. */
  groupRefs: string[];
  /** Rows of people that are written. */
  people: number;
}

/** A snapshot that changes nothing. */
export function noChanges(): Changes {
  return {
    replaced: {
      person: [],
      person_team: [],
      team: [],
      coverage: [],
      'catalog-user': [],
      'report-row': [],
    },
    objectIds: [],
    groupRefs: [],
    people: 0,
  };
}
