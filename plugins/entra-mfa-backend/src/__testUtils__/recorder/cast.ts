import { objectId } from '../rows';
import { registrations, type RegistrationWord } from './registrations';

/** Somebody of the recorded tenant. */
export interface Member {
  number: number;
  name: string;
  /** `ada.berg`: the name of the account. */
  handle: string;
  /** The name of the User entity; the first two are callers of `startTestApi`. */
  entity: string;
  /** Of the Group; null for who is in none. */
  team: string | null;
  has: RegistrationWord;
}

/** Parents first. Facilities has nobody, and everyone in Treasury is registered. */
export const teams: readonly { name: string; parent?: string }[] = [
  { name: 'engineering' },
  { name: 'payments', parent: 'engineering' },
  { name: 'checkout', parent: 'payments' },
  { name: 'ledger', parent: 'payments' },
  { name: 'platform', parent: 'engineering' },
  { name: 'sales' },
  { name: 'field-sales', parent: 'sales' },
  { name: 'finance' },
  { name: 'treasury', parent: 'finance' },
  { name: 'warehouse' },
  { name: 'facilities' },
];

/**
 * Who is in which team, with what they have registered. Each team has another number of people who are
 * not registered and of people who only have a phone, so that figures which are mixed up look wrong.
 */
const members: [team: string | null, people: string][] = [
  [
    'payments',
    'Ada Berg app, Tom Okafor nothing, Grace Moreau phone, Linus Tanaka key, Mary Novak hello, Ken Silva mail',
  ],
  [
    'checkout',
    'Barbara Haddad nothing, Alan Jansen nothing, Edsger Kowalski mail, Radia Petrov nothing, Vint Murphy norow, Joan Schmidt app, Dennis Rossi app, Frances Nguyen sms, Niklaus Adeyemi passwordless, Sofia Larsen phone, Omar Costa phone, Mei Weber token, Ravi Patel key, Ines Lindqvist app',
  ],
  [
    'ledger',
    'Lise Moe nothing, Ivo Brandt nothing, Hana Sato nothing, Paul Diaz app',
  ],
  [
    'platform',
    'Ruth Keller app, Yusuf Demir forbidden, Nora Quist hello, Emil Holm key, Clara Voss phone, Otto Lang external, Zoe Marin pass, Igor Bely app, Pia Roth passwordless',
  ],
  ['engineering', 'Carl Engel app'],
  ['sales', 'Lena Fuchs app, Marc Weiss phone, Wim Koster norow'],
  [
    'field-sales',
    'Anna Keane nothing, Bo Lund nothing, Cleo Hart mail, Dov Katz nothing, Eva Stone app, Finn Bach phone, Gil Amar phone, Hugo Prat phone, Isla Reid app, Jon Dahl certificate, Kira Olsen certificate, Liam Ford external',
  ],
  ['finance', 'Mona Graf sms'],
  [
    'treasury',
    'Nils Ekman app, Olga Pavic key, Per Falk app, Qi Zhang token, Rosa Lima passwordless, Sven Noor app',
  ],
  ['warehouse', 'Wanda Zoll nothing, Yara Ilic nothing, Zack Udo mail'],
  [
    null,
    'Tara Vance app, Uwe Stark nothing, Leave Abel nothing, Leave Brun nothing, Vera Young certificate, Xenia Holt app',
  ],
];

/**
 * Who is known to the directory alone: two never had a user in the catalog, one lost theirs so many
 * days ago.
 */
export const notInCatalog: Record<string, number> = {
  'uwe.stark': Infinity,
  'vera.young': Infinity,
  'igor.bely': 3,
};

/** Everybody who counts, in the order of their numbers. */
export const cast: readonly Member[] = members
  .flatMap(([team, people]) => people.split(', ').map(line => [team, line]))
  .map(([team, line], index) => {
    const [first, last, has] = String(line).split(' ');
    if (!(has in registrations)) throw new Error(`${has} is not registered`);
    const number = index + 1;
    const handle = `${first}.${last}`.toLowerCase();
    return {
      number,
      name: `${first} ${last}`,
      handle,
      entity: number <= 2 ? `person${number}` : handle,
      team,
      has: has as RegistrationWord,
    };
  });

/** The object id of somebody, by the handle. */
export function idOf(handle: string): string {
  const member = cast.find(one => one.handle === handle);
  if (!member) throw new Error(`${handle} is not in the cast`);
  return objectId(member.number);
}
