import type { Replaced } from '../store/evaluate/publishSnapshot';
import { KeyList } from '../packed/KeyList';

/** What a snapshot changes, gathered while it is written: what it replaces, and whom to tell. */
export interface Changes {
  replaced: Replaced & {
    person: KeyList;
    person_team: KeyList;
    person_role: KeyList;
    person_entity: KeyList;
  };
  /** People whose state or entity is another one now, also those who came or left. */
  objectIds: KeyList;
  /** Groups whose counts are others now. */
  groupRefs: string[];
  /** Rows of people that are written. */
  people: number;
}

/** A snapshot that changes nothing. */
export function noChanges(): Changes {
  return {
    replaced: {
      person: new KeyList(),
      person_team: new KeyList(),
      person_role: new KeyList(),
      person_entity: new KeyList(),
      team: [],
      team_lead: [],
      coverage: [],
      entra_group: [],
      'catalog-user': [],
      'report-row': [],
      owned_entity: [],
      owner_set: [],
      owner_coverage: [],
    },
    objectIds: new KeyList(),
    groupRefs: [],
    people: 0,
  };
}
