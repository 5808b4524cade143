import { dayInMilliseconds } from '../clock';
import { enabledAt, type Account } from './account';

type Property = (account: Account, time: number) => unknown;

const seconds = (time: number) =>
  `${new Date(time).toISOString().slice(0, 19)}Z`;

/** How long before the last working day the directory is told of it. */
const noticeGiven = 30 * dayInMilliseconds;

const phone = (account: Account, name: number) =>
  `+1 425 555 ${String(account.draw.below(name, 10_000)).padStart(4, '0')}`;

/** What Graph's `user` has, as far as somebody selects it here. Everything else is refused. */
const properties: Readonly<Record<string, Property>> = {
  businessPhones: account =>
    account.kind === 'employee' && account.draw.chance(80, 0.3)
      ? [phone(account, 81)]
      : [],
  displayName: account => account.name.displayName,
  givenName: account => account.name.givenName,
  id: account => account.id,
  jobTitle: account => account.jobTitle,
  mail: account => account.mail,
  mobilePhone: () => null,
  officeLocation: account =>
    account.kind === 'employee'
      ? ['Lisbon', 'Nairobi', 'Osaka', 'Oslo', 'Toronto'][
          account.draw.below(82, 5)
        ]
      : null,
  preferredLanguage: account => (account.kind === 'employee' ? 'en' : null),
  surname: account => account.name.surname,
  userPrincipalName: account => account.userPrincipalName,
  accountEnabled: enabledAt,
  ageGroup: () => null,
  city: () => null,
  companyName: account => account.companyName,
  country: () => null,
  createdDateTime: account => seconds(account.createdAt),
  creationType: account => (account.kind === 'guest' ? 'Invitation' : null),
  deletedDateTime: () => null,
  department: account => account.department,
  employeeHireDate: account =>
    account.hireAt === undefined ? null : seconds(account.hireAt),
  employeeId: account =>
    account.kind === 'employee' ? `E${account.code}` : null,
  employeeLeaveDateTime: ({ leaveAt }, time) =>
    leaveAt === undefined || leaveAt - noticeGiven > time
      ? null
      : seconds(leaveAt),
  employeeType: account => (account.kind === 'employee' ? 'Employee' : null),
  externalUserState: account => (account.kind === 'guest' ? 'Accepted' : null),
  isResourceAccount: () => null,
  mailNickname: account => account.name.mailName,
  onPremisesSyncEnabled: () => null,
  signInActivity: (account, time) => signInActivity(account, time),
  usageLocation: account => (account.kind === 'employee' ? 'US' : null),
  userType: account => account.userType,
};

/** What Graph sends of a user when nothing is selected. */
export const defaultUserProperties: readonly string[] = [
  'businessPhones',
  'displayName',
  'givenName',
  'id',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
];

/** Every property of a user that may be selected. */
export const userProperties: readonly string[] = Object.keys(properties);

function signInActivity(account: Account, time: number): unknown {
  if (account.kind === 'mailbox' || !enabledAt(account, time)) {
    return undefined;
  }
  const { draw } = account;
  // Most sign in all the time, some have not for months.
  const days = draw.chance(8100, 0.93)
    ? draw.unit(90) * 6
    : 100 + draw.unit(8101) * 200;
  const last = time - days * dayInMilliseconds;
  if (last < account.createdAt) {
    return undefined;
  }
  // Of who only tried, or last succeeded before Microsoft kept it.
  const succeeded = draw.chance(8102, 0.97);
  return {
    lastSignInDateTime: seconds(last),
    lastSignInRequestId: account.id,
    lastNonInteractiveSignInDateTime: draw.chance(8103, 0.8)
      ? seconds(last)
      : null,
    lastNonInteractiveSignInRequestId: account.id,
    lastSuccessfulSignInDateTime: succeeded ? seconds(last) : null,
    lastSuccessfulSignInRequestId: succeeded ? account.id : null,
  };
}

/** A user of the directory at that time, as Graph sends it: the selected properties and the id. */
export function directoryUser(
  account: Account,
  time: number,
  select: readonly string[] = defaultUserProperties,
): Record<string, unknown> {
  const user: Record<string, unknown> = {};
  if (account.kind === 'agent') {
    user['@odata.type'] = '#microsoft.graph.agentUser';
  }
  for (const property of select) {
    user[property] = properties[property](account, time);
  }
  user.id = account.id;
  return user;
}
