import { dayInMilliseconds } from '../clock';
import type { Account } from './account';
import type { Draw } from './draw';
import { namedPeople, type NamedPerson } from './fixedAccounts';
import { jobTitleOf } from './jobTitles';
import { asMailName, nameOf, type PersonName } from './names';
import { earlyDays, occupancyAt, type Occupancy } from './occupancy';
import type { OrganizationNames } from './organizationNames';
import type { Positions } from './positions';
import { registrationMoments } from './registration';
import { noRoles, rolesOfEmployee } from './roles';
import { teamOfSeat, type Team } from './teams';

/** The draws of a person. */
const named = {
  early: 2,
  hasHireDate: 3,
  mail: 4,
  userType: 5,
  converted: 6,
  upnCase: 7,
  reportRow: 8,
  forgotten: 10,
  forgottenFor: 11,
} as const;

/** The employee in a seat at that time: whoever is not deleted by then, whether there yet or not. */
export function employeeAt(
  population: Positions,
  seat: number,
  time: number,
): Account | undefined {
  const team = teamOfSeat(population.teams, seat);
  const fixed = namedPersonOf(population, team, seat);
  const occupancy = occupancyAt(
    population,
    seat,
    ({ deletedAt, generation }) =>
      deletedAt > time || (fixed !== undefined && generation === 0),
  );
  return buildEmployee(population, seat, team, occupancy);
}

/** The employee with that code, or undefined when no seat reaches it. */
export function employeeOfCode(
  population: Positions,
  code: number,
): Account | undefined {
  const generation = Math.floor(code / population.seats);
  // Nobody asks for somebody who starts centuries from now, and walking there would take as long.
  if (generation > 200) {
    return undefined;
  }
  const seat = code % population.seats;
  return buildEmployee(
    population,
    seat,
    teamOfSeat(population.teams, seat),
    occupancyAt(population, seat, other => other.generation === generation),
  );
}

/** The highest seat within a team that belongs to a named person. */
const lastNamedSeat = Math.max(...namedPeople.map(({ seat }) => seat));

function namedPersonOf({ plan }: Positions, team: Team, seat: number) {
  const place = seat - team.seats[0];
  return place > lastNamedSeat
    ? undefined
    : plan.organization.people.find(
        person => person.team === team.name && person.seat === place,
      );
}

function buildEmployee(
  population: Positions,
  seat: number,
  team: Team,
  occupancy: Occupancy,
): Account {
  const { plan, seats } = population;
  const place = seat - team.seats[0];
  const inTeam = team.seats[1] - team.seats[0];
  const fixed =
    occupancy.generation === 0
      ? namedPersonOf(population, team, seat)
      : undefined;
  const code = seat + occupancy.generation * seats;
  const draw = population.draw(code);
  const name = fixed ? nameOfFixed(fixed) : nameOf(code, plan.seed);
  const hired = occupancy.startsAt > plan.timelineStart;
  const early = hired && draw.chance(named.early, 0.5);
  const converted = !fixed && draw.chance(named.converted, 0.008);
  const capitals = draw.chance(named.upnCase, 0.012);
  const { organization } = plan;
  const address = `${name.mailName}@${organization.domain}`;
  const isLead = place === 0;
  const roles =
    fixed?.team === 'Payments' ? noRoles : rolesOfEmployee(draw, team);
  return {
    kind: 'employee',
    code,
    id: population.ids.idOf(code),
    draw,
    name,
    userPrincipalName: userPrincipalNameOf(
      organization,
      name,
      converted,
      capitals,
    ),
    mail: !fixed && draw.chance(named.mail, 0.015) ? null : address,
    userType: draw.chance(named.userType, 0.004) ? null : 'Member',
    jobTitle: jobTitleOf(draw, team, isLead),
    department: team.name,
    companyName: organization.name,
    team,
    isLead,
    createdAt: occupancy.startsAt - (early ? earlyDays * dayInMilliseconds : 0),
    hireAt:
      hired || draw.chance(named.hasHireDate, 0.6)
        ? occupancy.startsAt
        : undefined,
    leaveAt: fixed ? undefined : leaveAt(draw, occupancy),
    disabledAt: fixed ? Infinity : occupancy.disabledAt,
    deletedAt: fixed ? Infinity : occupancy.deletedAt,
    moments: until =>
      registrationMoments(
        {
          draw,
          timelineStart: plan.timelineStart,
          startsAt: occupancy.startsAt,
          rank: rankOf(population, team, place, inTeam, fixed?.team),
          share: team.share,
        },
        // Whoever cannot sign in registers nothing.
        Math.min(until, fixed ? Infinity : occupancy.disabledAt),
      ),
    withoutReportRow: !fixed && draw.chance(named.reportRow, 0.003),
    activeRoles: roles.active,
    eligibleRoles: roles.eligible,
  };
}

/** Of four in ten who leave, the account is forgotten for some days. */
function leaveAt(draw: Draw, { disabledAt }: Occupancy): number {
  const days = draw.chance(named.forgotten, 0.4)
    ? 1 + 20 * draw.unit(named.forgottenFor)
    : 0;
  return disabledAt - days * dayInMilliseconds;
}

/** A rank for each place of a team: evenly spread, so that a team's coverage follows its curve. */
function rankOf(
  population: Positions,
  team: Team,
  place: number,
  inTeam: number,
  fixedTeam: string | undefined,
): number {
  if (fixedTeam) {
    // The person in Checkout is the example of somebody who does not register.
    return fixedTeam === 'Checkout' ? 1 : 0;
  }
  const shift = population.draw(team.index).below(9, inTeam);
  return (((place * 7 + shift) % inTeam) + 0.5) / inTeam;
}

function nameOfFixed(person: NamedPerson): PersonName {
  const { givenName, surname } = person;
  return {
    givenName,
    surname,
    displayName: `${givenName} ${surname}`,
    mailName: `${asMailName(givenName)}.${asMailName(surname)}`,
  };
}

function userPrincipalNameOf(
  { domain, initialDomain }: OrganizationNames,
  name: PersonName,
  converted: boolean,
  capitals: boolean,
): string {
  if (converted) {
    return `${name.mailName}_wingtiptoys.com#EXT#@${initialDomain}`;
  }
  const local = capitals
    ? name.mailName.replace(/(^|[.-])[a-z]/g, letter => letter.toUpperCase())
    : name.mailName;
  return `${local}@${domain}`;
}
