import type {
  AskedLevel,
  PolicyVerdict,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { PolicyBody, PolicyPeople } from '../../collectors/types';
import type { PersonRoles } from '../types';
import { and, not, type Fits } from './fits';
import { modeOf } from './modeOf';
import type { Strength } from './Strength';
import { askedUnknown, type Asked } from './types';

/** What decides whether a policy is about a person. */
export interface PolicySubject {
  /** Lower case. */
  objectId: string;
  /** As the directory has it, lower case; null where it does not say. */
  userType: string | null;
  roles: PersonRoles;
  /** The groups of policies of which they are members; null where they are not known. */
  groups: readonly string[] | null;
}

/** A policy with its id. */
export interface Policy {
  id: string;
  body: PolicyBody;
}

/** A policy whose lists are looked up quickly. */
class CompiledPolicy {
  readonly id: string;
  readonly body: PolicyBody;
  readonly reportsOnly: boolean;
  readonly isUnlimited: boolean;
  readonly #include: CompiledPeople;
  readonly #exclude: CompiledPeople;

  constructor({ id, body }: Policy) {
    this.id = id;
    this.body = body;
    this.reportsOnly = modeOf(body) === 'report-only';
    this.isUnlimited = body.limits.length === 0;
    this.#include = compile(body.include);
    this.#exclude = compile(body.exclude);
  }

  /** Whether it asks a person, or would if it did not only report. */
  applies(person: PolicySubject): Fits {
    return and(this.includes(person), not(this.excludes(person)));
  }

  includes(person: PolicySubject): Fits {
    return names(this.#include, person);
  }

  excludes(person: PolicySubject): Fits {
    return names(this.#exclude, person);
  }
}

/**
 * Whom Conditional Access and security defaults ask for MFA, by users, groups and roles. Apps and conditions are not
 * evaluated: a policy that has any asks at some sign-ins, and so never decides alone that a person is always asked.
 * Legacy per-user MFA is not read.
 *
 * Who is excluded is never asked, however else they are included. Sources: Microsoft Entra, "Conditional Access:
 * Users, groups, agents, and workload identities"; "Security defaults".
 */
export class PolicyReach {
  readonly #securityDefaults: Fits;
  readonly #policies: readonly CompiledPolicy[] | null;
  readonly #inForce: readonly CompiledPolicy[];
  readonly #reportOnly: readonly CompiledPolicy[];

  /**
   * @param securityDefaults - whether they are on; null where they are not read
   * @param policies - null where they are not read
   */
  constructor(
    securityDefaults: boolean | null,
    policies: readonly Policy[] | null,
  ) {
    this.#securityDefaults = securityDefaults;
    this.#policies =
      policies &&
      policies
        .filter(({ body }) => modeOf(body) !== null)
        .map(policy => new CompiledPolicy(policy));
    this.#inForce = (this.#policies ?? []).filter(one => !one.reportsOnly);
    this.#reportOnly = (this.#policies ?? []).filter(one => one.reportsOnly);
  }

  /** Whether nothing is read, so that nobody needs to be looked at. */
  get isUnknown(): boolean {
    return this.#policies === null && this.#securityDefaults === null;
  }

  /** How a person is asked. */
  of(person: PolicySubject): Asked {
    if (this.#securityDefaults) {
      return { now: 'always', withReportOnly: 'always' };
    }
    if (this.#policies === null || this.#securityDefaults === null) {
      return askedUnknown;
    }
    const now = levelOf(this.#inForce, person);
    const reported = levelOf(this.#reportOnly, person);
    return { now, withReportOnly: oftener(now, reported) };
  }

  /**
   * Each policy with MFA that is about a person, leaves them out by name, or may be about them.
   *
   * @param strengths - by id
   * @param methods - what they have registered; null where that is not known
   */
  verdicts(
    person: PolicySubject,
    strengths: ReadonlyMap<string, Strength>,
    methods: readonly string[] | null,
  ): PolicyVerdict[] {
    return (this.#policies ?? []).flatMap(policy => {
      const included = policy.includes(person);
      const excluded = policy.excludes(person);
      if (included === false) {
        return [];
      }
      const { displayName, strength, strengthId = '', limits } = policy.body;
      const known = strengths.get(strengthId);
      return [
        {
          id: policy.id,
          name: displayName,
          reportOnly: policy.reportsOnly,
          strength: strength ?? null,
          strengthDemands: known?.demands ?? null,
          satisfied: known?.isSatisfiedBy(methods) ?? null,
          limits,
          applies: and(included, not(excluded)),
          excluded: excluded === true,
        },
      ];
    });
  }
}

function levelOf(
  policies: readonly CompiledPolicy[],
  person: PolicySubject,
): AskedLevel | null {
  let level: AskedLevel = 'never';
  let isUnknown = false;
  for (const policy of policies) {
    const applies = policy.applies(person);
    if (applies && policy.isUnlimited) {
      return 'always';
    }
    if (applies) {
      level = 'sometimes';
    }
    isUnknown ||= applies === null;
  }
  return isUnknown ? null : level;
}

/** By some policies and by others: what is always by either is always, and else what is not known stays so. */
function oftener(
  one: AskedLevel | null,
  other: AskedLevel | null,
): AskedLevel | null {
  if (one === 'always' || other === 'always') {
    return 'always';
  }
  if (one === null || other === null) {
    return null;
  }
  return one === 'never' ? other : one;
}

interface CompiledPeople {
  users: ReadonlySet<string>;
  groups: ReadonlySet<string>;
  roles: ReadonlySet<string>;
  guests: boolean;
}

function compile({ users, groups, roles, guests }: PolicyPeople) {
  return {
    users: new Set(users),
    groups: new Set(groups),
    roles: new Set(roles),
    guests: guests === true,
  };
}

/** Whether a policy names a person. Of guests, which kinds are meant is not looked at. */
function names(people: CompiledPeople, person: PolicySubject): Fits {
  const { users, groups, roles, guests } = people;
  if (
    users.has('all') ||
    users.has(person.objectId) ||
    (users.has('guestsorexternalusers') && person.userType === 'guest') ||
    person.groups?.some(group => groups.has(group)) ||
    person.roles.active?.some(role => roles.has(role))
  ) {
    return true;
  }
  const isUnknown =
    ((guests || users.has('guestsorexternalusers')) &&
      person.userType !== 'member') ||
    (groups.size > 0 && person.groups === null) ||
    (roles.size > 0 &&
      (person.roles.active === null || !person.roles.groupsKnown));
  return isUnknown ? null : false;
}
