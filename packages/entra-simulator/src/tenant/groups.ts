import { existsAt, type Account } from './account';
import { groupCodes, type Population } from './population';
import type { Team } from './teams';

/** A group of the directory as Graph sends it. */
export type GroupRow = Record<string, unknown> & {
  id: string;
  displayName: string;
};

/** A group that is no team: people of several teams, guests, or holders of a role. */
type ExtraGroup = {
  name: string;
  description: string;
  security: boolean;
  members(population: Population, time: number): Iterable<Account>;
};

function* seatsOf(
  population: Population,
  time: number,
  [from, to]: readonly [number, number],
  step = 1,
): Iterable<Account> {
  for (let seat = from; seat < to; seat += step) {
    const account = population.inSeat(seat, time);
    if (account && existsAt(account, time)) {
      yield account;
    }
  }
}

const extraGroups: readonly ExtraGroup[] = [
  {
    name: 'Security Champions',
    description: 'One person of every few, from all teams',
    security: false,
    members: (population, time) =>
      seatsOf(population, time, [3, population.seats], 25),
  },
  {
    name: 'External Partners',
    description: 'Guests who work with us',
    security: false,
    *members(population, time) {
      for (let index = 0; index < population.guests; index++) {
        const account = population.at(population.fixed.length + index, time);
        if (account && existsAt(account, time)) {
          yield account;
        }
      }
    },
  },
  {
    name: 'Helpdesk Operators',
    description: 'Holds the role Helpdesk Administrator',
    security: true,
    *members(population, time) {
      const desk = population.teams.find(({ name }) => name === 'Service Desk');
      if (desk) {
        const [from, to] = desk.seats;
        yield* seatsOf(population, time, [from, Math.min(to, from + 6)]);
      }
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
    const mail = security ? null : `${mailNickname}@contoso.com`;
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

  /** The accounts directly in a group. */
  accounts(index: number, time: number): Iterable<Account> {
    const team = this.#teams[index];
    return team
      ? seatsOf(this.#population, time, team.seats)
      : extraGroups[index - this.#teams.length].members(this.#population, time);
  }

  /** The positions of a group and of all groups below it. */
  *below(index: number): Iterable<number> {
    for (const child of this.subgroups(index)) {
      yield child;
      yield* this.below(child);
    }
  }
}
