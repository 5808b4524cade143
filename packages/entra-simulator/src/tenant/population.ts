import type { Account } from './account';
import { groupCodes, otherCodes } from './codes';
import { Draw } from './draw';
import { employeeAt, employeeOfCode } from './employees';
import type { FixedAccount } from './fixedAccounts';
import { fixedAccountsOf } from './fixedAccountsOf';
import { fixedAccount, guest, leaver } from './otherAccounts';
import { ObjectIds } from './objectIds';
import type { Positions, TenantPlan } from './positions';
import { buildTeams, type Team } from './teams';

/**
 * The accounts of a generated tenant. A position of the directory is a fixed account, a guest, a
 * former employee or a seat; a seat is filled by one employee after the other. Nothing is held: an
 * account is computed from the plan, its position and the date.
 */
export class Population implements Positions {
  readonly plan: TenantPlan;
  readonly ids: ObjectIds;
  readonly seats: number;
  readonly teams: readonly Team[];
  readonly fixed: readonly FixedAccount[];
  readonly guests: number;
  readonly leavers: number;
  /** How many positions the directory has; some are empty on some days. */
  readonly positions: number;
  readonly #stride: number;

  constructor(plan: TenantPlan) {
    this.plan = plan;
    this.ids = new ObjectIds(plan.seed);
    this.seats = Math.max(1, Math.round(plan.size * 1.03));
    this.teams = buildTeams(this.seats);
    this.fixed = fixedAccountsOf(plan);
    this.guests = Math.round(plan.size * 0.075);
    this.leavers = Math.round(plan.size * 0.035);
    this.positions =
      this.fixed.length + this.guests + this.leavers + this.seats;
    this.#stride = strideFor(this.seats);
  }

  /** The account at a position of the directory at that time, deleted or not yet there or not. */
  at(position: number, time: number): Account | undefined {
    const guestAt = position - this.fixed.length;
    if (guestAt < 0) {
      return fixedAccount(this, position);
    }
    const leaverAt = guestAt - this.guests;
    if (leaverAt < 0) {
      return guest(this, guestAt);
    }
    const seatAt = leaverAt - this.leavers;
    if (seatAt < 0) {
      return leaver(this, leaverAt);
    }
    // Teams hold ranges of seats; the directory lists people of all teams in between each other.
    return employeeAt(this, (seatAt * this.#stride) % this.seats, time);
  }

  /** The employee who fills a seat at that time. */
  inSeat(seat: number, time: number): Account | undefined {
    return employeeAt(this, seat, time);
  }

  /** The position of an object id, whoever fills it today. */
  positionOf(id: string): number | undefined {
    const account = this.withId(id);
    if (!account) {
      return undefined;
    }
    const fixedAt = this.fixed.findIndex(
      ({ id: fixed }) => fixed === account.id,
    );
    if (fixedAt >= 0) {
      return fixedAt;
    }
    const others = this.fixed.length;
    if (account.code >= otherCodes) {
      return others + account.code - otherCodes;
    }
    const seat = account.code % this.seats;
    return others + this.guests + this.leavers + this.#seatAtInverse(seat);
  }

  /** Which position of the seats' part of the directory leads to that seat. */
  #seatAtInverse(seat: number): number {
    let [previous, current] = [0, 1];
    let [above, below] = [this.seats, this.#stride];
    while (below > 0) {
      const quotient = Math.floor(above / below);
      [above, below] = [below, above - quotient * below];
      [previous, current] = [current, previous - quotient * current];
    }
    const inverse = ((previous % this.seats) + this.seats) % this.seats;
    return Number((BigInt(inverse) * BigInt(seat)) % BigInt(this.seats));
  }

  /** The account with that object id, or undefined when this tenant never had it. */
  withId(id: string): Account | undefined {
    const fixedAt = this.fixed.findIndex(
      account => account.id === id.toLowerCase(),
    );
    if (fixedAt >= 0) {
      return fixedAccount(this, fixedAt);
    }
    const code = this.ids.codeOf(id);
    if (code === undefined || code >= groupCodes) {
      return undefined;
    }
    if (code < otherCodes) {
      return employeeOfCode(this, code);
    }
    const other = code - otherCodes;
    if (other < this.guests) {
      return guest(this, other);
    }
    const leaverAt = other - this.guests;
    return leaverAt < this.leavers ? leaver(this, leaverAt) : undefined;
  }

  /** The draws of the thing with that code. */
  draw(code: number): Draw {
    return new Draw(this.plan.seed, code);
  }
}

/** A number near the golden section of `count` that shares no factor with it. */
function strideFor(count: number): number {
  const divisor = (a: number, b: number): number =>
    b === 0 ? a : divisor(b, a % b);
  let stride = Math.max(1, Math.floor(count * 0.618));
  while (divisor(stride, count) !== 1) {
    stride++;
  }
  return stride;
}
