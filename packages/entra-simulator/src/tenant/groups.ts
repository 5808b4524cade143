import type { Account } from './account';
import { groupCodes } from './codes';
import type { Population } from './population';
import type { Team } from './teams';

/** A group of the directory as Graph sends it. */
export type GroupRow = Record<string, unknown> & {
  id: string;
  displayName: string;
};

/** Places that are filled by members; a place may be empty on some days. */
export type Places = {
  count: number;
  account(place: number, time: number): Account | undefined;
};

/** A group that is no team: people of several teams, guests, or holders of a role. */
type ExtraGroup = {
  name: string;
  description: string;
  security: boolean;
  places(population: Population): Places;
  /** Who can become a member of it for a while. */
  eligibleMembers?(population: Population): Places;
};

/** The seats of the Service Desk, which runs the helpdesk. */
const serviceDesk = ({ teams }: Population): readonly [number, number] =>
  teams.find(({ name }) => name === 'Service Desk')?.seats ?? [0, 0];

const seatsOf = (
  population: Population,
  [from, to]: readonly [number, number],
  step = 1,
): Places => ({
  count: Math.max(0, Math.ceil((to - from) / step)),
  account: (place, time) => population.inSeat(from + place * step, time),
});

const extraGroups: readonly ExtraGroup[] = [
  {
    name: 'Security Champions',
    description: 'One person of every few, from all teams',
    security: false,
    places: population => seatsOf(population, [3, population.seats], 25),
  },
  {
    name: 'External Partners',
    description: 'Guests who work with us',
    security: false,
    places: population => ({
      count: population.guests,
      account: (place, time) =>
        population.at(population.fixed.length + place, time),
    }),
  },
  {
    name: 'Helpdesk Operators',
    description: 'Holds the role Helpdesk Administrator',
    security: true,
    places: population => {
      const [from, to] = serviceDesk(population);
      return seatsOf(population, [from, Math.min(to, from + 6)]);
    },
    eligibleMembers: population => {
      const [from, to] = serviceDesk(population);
      return seatsOf(population, [from + 6, Math.min(to, from + 9)]);
    },
  },
];

/** The groups of a generated tenant: its teams, and a few groups across them. */
export class Groups {
  readonly #population: Population;
  readonly #teams: readonly Team[];
  readonly count: number;

  constructor(population: Population) {
    this.#population = population;
    this.#teams = population.teams;
    this.count = this.#teams.length + extraGroups.length;
  }

  /** The group at a position, as Graph sends it. */
  row(index: number): GroupRow {
    const team = this.#teams[index];
    const extra = extraGroups[index - this.#teams.length];
    const security = extra?.security ?? false;
    const displayName = team?.name ?? extra.name;
    const mailNickname =
      team?.mailNickname ?? displayName.toLowerCase().replace(/ /g, '-');
    const { domain } = this.#population.plan.organization;
    const mail = security ? null : `${mailNickname}@${domain}`;
    return {
      id: this.#population.ids.idOf(groupCodes + index),
      deletedDateTime: null,
      classification: null,
      createdDateTime: '2021-03-01T10:00:00Z',
      description: extra?.description ?? `The team ${displayName}`,
      displayName,
      expirationDateTime: null,
      groupTypes: security ? [] : ['Unified'],
      isAssignableToRole: security ? true : null,
      mail,
      mailEnabled: !security,
      mailNickname,
      membershipRule: null,
      membershipRuleProcessingState: null,
      onPremisesLastSyncDateTime: null,
      onPremisesSecurityIdentifier: null,
      onPremisesSyncEnabled: null,
      preferredDataLocation: null,
      preferredLanguage: null,
      proxyAddresses: mail ? [`SMTP:${mail}`] : [],
      renewedDateTime: '2021-03-01T10:00:00Z',
      resourceBehaviorOptions: [],
      resourceProvisioningOptions: [],
      securityEnabled: security,
      securityIdentifier: `S-1-12-1-3908651588-1233456789-2233456789-${
        1000 + index
      }`,
      theme: null,
      visibility: security ? null : 'Private',
      onPremisesProvisioningErrors: [],
      serviceProvisioningErrors: [],
    };
  }

  /** The position of the group with that object id. */
  indexOf(id: string): number | undefined {
    const code = this.#population.ids.codeOf(id);
    const index = code === undefined ? -1 : code - groupCodes;
    return index >= 0 && index < this.count ? index : undefined;
  }

  /** The object id of the role-assignable group. */
  get helpdeskOperatorsId(): string {
    return this.row(this.count - 1).id;
  }

  /** The positions of the groups directly in a group. */
  subgroups(index: number): readonly number[] {
    return this.#teams[index]?.children ?? [];
  }

  /** The places directly in a group. */
  places(index: number): Places {
    const team = this.#teams[index];
    return team
      ? seatsOf(this.#population, team.seats)
      : extraGroups[index - this.#teams.length].places(this.#population);
  }

  /** The places of who can become a member of a group for a while. */
  eligiblePlaces(index: number): Places {
    const extra = extraGroups[index - this.#teams.length];
    return (
      extra?.eligibleMembers?.(this.#population) ?? {
        count: 0,
        account: () => undefined,
      }
    );
  }

  /** The positions of all groups below a group. */
  *below(index: number): Iterable<number> {
    for (const child of this.subgroups(index)) {
      yield child;
      yield* this.below(child);
    }
  }
}
