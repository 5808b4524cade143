/** One account of an attacked tenant, as its directory and its report have it. */
export interface Account {
  number: number;
  /** How often it was renamed. */
  renamed: number;
  enabled: boolean | null;
  userType: 'Member' | 'Guest' | null;
  hireDate: string | null;
  hasRow: boolean;
  registered: boolean | null;
  capable: boolean | null;
  methods: string[];
  role: 'active' | 'eligible' | 'group' | null;
}

/** Methods of a registered person; of somebody who is not, those that prove nothing. */
export const strongMethods: readonly string[][] = [
  ['microsoftAuthenticatorPush'],
  ['mobilePhone'],
  ['fido2SecurityKey', 'email'],
  ['softwareOneTimePasscode', 'mobilePhone'],
];

/** An account as it starts, by its number and something random. */
export function newAccount(number: number, random: number): Account {
  const registered = random % 4 !== 0;
  return {
    number,
    renamed: 0,
    enabled: random % 11 !== 3,
    userType: random % 13 === 5 ? 'Guest' : 'Member',
    hireDate: random % 17 === 7 ? '2026-12-24T00:00:00Z' : null,
    hasRow: random % 19 !== 11,
    registered,
    capable: registered && random % 7 !== 1,
    methods: registered ? [...strongMethods[random % 4]] : [],
    role:
      random % 9 === 2
        ? (['active', 'eligible', 'group'] as const)[random % 3]
        : null,
  };
}
