import { dayInMilliseconds } from '../clock';
import type { Account } from './account';
import { otherCodes } from './codes';
import { nameOf } from './names';
import { contoso } from './organizationNames';
import type { Positions } from './positions';
import { registrationMoments } from './registration';
import { noRoles } from './roles';

const guestDomains = [
  'fabrikam.com',
  'northwindtraders.com',
  'adatum.com',
  'litware.com',
  'proseware.com',
];

const founded = Date.UTC(2019, 3, 1, 8);

/** One of the accounts that every tenant has. Its id, and so its draws, do not follow the seed. */
export function fixedAccount(population: Positions, position: number): Account {
  const account = population.fixed[position];
  const code = otherCodes + 0x1000000 + position;
  const [givenName, ...rest] = account.displayName.split(' ');
  return {
    kind: account.kind,
    code,
    id: account.id,
    draw: population.draw(code),
    name: {
      givenName,
      surname: rest.join(' '),
      displayName: account.displayName,
      mailName: account.userPrincipalName.split('@')[0],
    },
    userPrincipalName: account.userPrincipalName,
    mail: account.mail,
    userType: 'Member',
    jobTitle: null,
    department: null,
    companyName: population.plan.organization.name,
    isLead: false,
    createdAt: founded,
    disabledAt: Infinity,
    // A left-over is a row of the report whose account is long gone from the directory.
    deletedAt: account.kind === 'leftover' ? founded + 1 : Infinity,
    moments: until =>
      until >= founded
        ? [
            {
              at: founded,
              kind: 'registered',
              registration: account.registration,
            },
          ]
        : [],
    withoutReportRow: false,
    activeRoles: account.roles,
    eligibleRoles: [],
  };
}

/** A guest: invited some years ago, registered in this tenant less often than members are. */
export function guest(population: Positions, index: number): Account {
  const { plan } = population;
  const code = otherCodes + index;
  const draw = population.draw(code);
  const name = nameOf(index, plan.seed + 1);
  const drawn = guestDomains[draw.below(1, guestDomains.length)];
  // Nobody is a guest at home.
  const domain = drawn === plan.organization.domain ? contoso.domain : drawn;
  const createdAt =
    plan.timelineStart - (5 + 900 * draw.unit(2)) * dayInMilliseconds;
  return {
    kind: 'guest',
    code,
    id: population.ids.idOf(code),
    draw,
    name,
    userPrincipalName: `${name.mailName}_${domain}#EXT#@${plan.organization.initialDomain}`,
    mail: `${name.mailName}@${domain}`,
    userType: 'Guest',
    jobTitle: null,
    department: null,
    companyName: null,
    isLead: false,
    createdAt,
    disabledAt: Infinity,
    deletedAt: Infinity,
    moments: until =>
      registrationMoments(
        {
          draw,
          timelineStart: plan.timelineStart,
          startsAt: createdAt,
          rank: draw.unit(3),
          share: [0.4, 0.48],
        },
        until,
      ),
    withoutReportRow: false,
    activeRoles: noRoles.active,
    eligibleRoles: noRoles.eligible,
  };
}

/** A former employee whose disabled account was never deleted. */
export function leaver(population: Positions, index: number): Account {
  const { plan } = population;
  const code = otherCodes + population.guests + index;
  const draw = population.draw(code);
  // Their addresses went back to the tenant's own domain, so that they take none from an employee.
  const name = nameOf(index, plan.seed + 2);
  const address = `${name.mailName}@${plan.organization.initialDomain}`;
  const disabledAt =
    plan.timelineStart - (20 + 900 * draw.unit(1)) * dayInMilliseconds;
  const createdAt =
    disabledAt - (200 + 2000 * draw.unit(2)) * dayInMilliseconds;
  return {
    kind: 'left',
    code,
    id: population.ids.idOf(code),
    draw,
    name,
    userPrincipalName: address,
    mail: draw.chance(3, 0.3) ? null : address,
    userType: 'Member',
    jobTitle: null,
    department: null,
    companyName: plan.organization.name,
    isLead: false,
    createdAt,
    disabledAt,
    deletedAt: Infinity,
    moments: () => [],
    withoutReportRow: false,
    activeRoles: noRoles.active,
    // A forgotten eligibility on a disabled account is worth a look.
    eligibleRoles:
      index === 0 && plan.size >= 100
        ? ['194ae4cb-b126-40b2-bd5b-6091b380977d']
        : noRoles.eligible,
  };
}
