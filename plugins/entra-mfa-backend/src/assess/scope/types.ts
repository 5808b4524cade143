/** A rule of the configuration that leaves people out of the figure. With a filter and a group, both must fit. */
export interface ScopeRule {
  name: string;
  /** As it is written; null without one. */
  filter: string | null;
  /** The object id of an Entra group, lower case; null without one. */
  group: string | null;
  /** The entity ref of who answers for it. */
  owner: string;
  reason: string;
}

/** Whether a person is in each group that rules name, nested groups expanded; a group is absent while it is not known. */
export type GroupsOfPerson = ReadonlyMap<string, boolean>;

/** Of somebody of whom no group is known. */
export const noGroupsKnown: GroupsOfPerson = new Map();
