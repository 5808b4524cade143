import { existsAt, type Account } from './account';
import { reportRowCodes } from './codes';
import type { Collection, Row } from './collection';
import {
  defaultUserProperties,
  directoryUser,
  userProperties,
} from './directoryUser';
import { Groups } from './groups';
import { eventsOf, type TenantEvent } from './events';
import { members } from './members';
import { contoso } from './organizationNames';
import { Population } from './population';
import type { TenantPlan } from './positions';
import type { Registration } from './methodMix';
import { registrationAfter } from './registration';
import type { SimulatedTenant } from './SimulatedTenant';
import {
  refreshOf,
  registrationOf,
  reportRow,
  type RegistrationChange,
  type ReportRow,
} from './reportRow';

/** A tenant that is computed from a seed, a size and the date, and holds no people. */
export class GeneratedTenant implements SimulatedTenant {
  readonly population: Population;
  readonly groups: Groups;
  #changes: RegistrationChange[] = [];

  constructor({
    organization = contoso,
    ...plan
  }: Omit<TenantPlan, 'organization'> & Partial<TenantPlan>) {
    this.population = new Population({ ...plan, organization });
    this.groups = new Groups(this.population);
  }

  /** Lets that share of the people have another registration from then on; the report shows it at once. */
  change(share: number, at: number): void {
    this.#changes = [
      ...this.#changes,
      { at, share, number: this.#changes.length },
    ];
  }

  /** Takes back the changes that were made on demand. */
  reset(): void {
    this.#changes = [];
  }

  /** How many changes were made on demand. */
  get changeCount(): number {
    return this.#changes.length;
  }

  /** The account at a position, when the directory holds it at that time. */
  accountAt(position: number, time: number): Account | undefined {
    const account = this.population.at(position, time);
    return account && existsAt(account, time) ? account : undefined;
  }

  /** The report row at a position, as the report shows it at that time. */
  reportRowAt(position: number, time: number): ReportRow | undefined {
    const draw = this.population.draw(reportRowCodes + position);
    const refresh = refreshOf(draw.unit(0), draw.unit(1), time);
    const account = this.population.at(position, refresh.showsStateOf);
    return account && reportRow(account, refresh, time, this.#changes);
  }

  /** The report row of an object id; the directory need not hold it any more. */
  reportRowOf(id: string, time: number): ReportRow | undefined {
    const position = this.population.positionOf(id);
    const row =
      position === undefined ? undefined : this.reportRowAt(position, time);
    return row?.id === id.toLowerCase() ? row : undefined;
  }

  /** What an account has registered at that time, without the delay of the report. */
  registrationOf(account: Account, time: number): Registration {
    return registrationOf(account, time, time, this.#changes);
  }

  registrations(time: number): Collection {
    return {
      positions: this.population.positions,
      row: position => this.reportRowAt(position, time),
    };
  }

  users(
    time: number,
    select: readonly string[] = defaultUserProperties,
  ): Collection {
    return {
      positions: this.population.positions,
      row: position => {
        const account = this.accountAt(position, time);
        return account && directoryUser(account, time, select);
      },
    };
  }

  groupRows(): Collection {
    return {
      positions: this.groups.count,
      row: position => this.groups.row(position),
    };
  }

  /** See {@link members}. */
  members(
    group: number,
    time: number,
    options: Parameters<typeof members>[3],
  ): Collection {
    return members(this.groups, group, time, options);
  }

  /** The raw rows of the report at that time, in the order of its pages. */
  async *streamRegistrations(date: Date | number): AsyncGenerator<ReportRow> {
    const time = Number(date);
    for (let at = 0; at < this.population.positions; at++) {
      const row = this.reportRowAt(at, time);
      if (row) {
        yield row;
      }
    }
  }

  /** The raw rows of the directory at that time, in the order of its pages. */
  async *streamUsers(
    date: Date | number,
    select: readonly string[] = userProperties,
  ): AsyncGenerator<Row> {
    const time = Number(date);
    for (let at = 0; at < this.population.positions; at++) {
      const account = this.accountAt(at, time);
      if (account) {
        yield directoryUser(account, time, select);
      }
    }
  }

  /** What happens in the tenant after one time and until another, person by person. */
  *events(after: number, until: number): Generator<TenantEvent> {
    for (let at = 0; at < this.population.positions; at++) {
      let account = this.population.at(at, after);
      while (account && account.createdAt <= until) {
        yield* eventsOf(account, after, until);
        account =
          account.deletedAt <= until ? this.successor(at, account) : undefined;
      }
    }
  }

  private successor(position: number, account: Account): Account | undefined {
    const next = this.population.at(position, account.deletedAt);
    return next?.code === account.code ? undefined : next;
  }

  /** Everybody who is in the directory at that time, with what they have registered. */
  *people(
    time: number,
  ): Generator<{ account: Account; registration: Registration }> {
    for (let at = 0; at < this.population.positions; at++) {
      const account = this.accountAt(at, time);
      if (account) {
        yield {
          account,
          registration: registrationAfter(account.moments(time), account.draw),
        };
      }
    }
  }
}
