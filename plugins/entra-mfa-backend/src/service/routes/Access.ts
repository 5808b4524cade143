import type { Permission } from '@backstage/plugin-permission-common';
import type { ReadContext } from '../types';
import type { Caller } from './Caller';

/**
 * Of whom a route tells by name:
 *
 * - `nobody`: it tells figures, or does something
 * - `seen`: whom the caller may see by name, which may be nobody; figures of small teams go with the names
 * - `some`: the same, and who may see nobody is refused
 * - `everybody`: what no condition can tell apart, so who may not see everybody is refused
 */
export type PeopleRule = 'nobody' | 'seen' | 'some' | 'everybody';

/** Who may without a permission. */
interface Unless {
  who: string;
  isSo(context: ReadContext, query: object, caller: Caller): Promise<boolean>;
}

/** Who may call a route, and whose data it tells. */
export interface Access {
  /** One of these permissions is needed; none says that whoever is signed in may. */
  anyOf: readonly Permission[];
  /** Who may without any of them: in words, for the documentation, and as it is asked. */
  orWho?: Unless;
  people: PeopleRule;
  /** Where only users, or only services, may: which, and what they do, for who is refused. */
  only?: { principal: 'user' | 'service'; refusal: string };
  /** What is needed besides where a parameter is given. */
  given?: {
    parameter: string;
    needs?: Permission;
    /** Who may without that permission: in words, for the documentation, and as it is asked. */
    unless?: Unless;
    people?: PeopleRule;
  };
}

/** What is put on record has a person behind it. */
export function onlyUsers(act: string): Access['only'] {
  return {
    principal: 'user',
    refusal: `Only a user can ${act}: sign in to the portal`,
  };
}
