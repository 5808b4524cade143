import type {
  BreakGlassAccount,
  BreakGlassCheckResult,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { on, type Columns } from '../Cell';
import type { Unnamed } from '../exportList';
import { pseudonymColumns } from './pseudonymColumns';

/** One check of one account. */
export interface AccountCheck {
  account: BreakGlassAccount;
  check: BreakGlassCheckResult;
}

const naming: Columns<AccountCheck> = {
  Name: ({ account }) => account.displayName,
  'User principal name': ({ account }) => account.userPrincipalName,
  'Entra object id': ({ account }) => account.id,
};

const namedDrill: Columns<AccountCheck> = {
  'Last drill recorded by': ({ account }) =>
    account.drills[0]?.recordedBy ?? null,
  'Note of the last drill': ({ account }) => account.drills[0]?.note ?? null,
};

/** A row for each check of each account. */
export function checksOf(
  accounts: readonly BreakGlassAccount[],
): AccountCheck[] {
  return accounts.flatMap(account =>
    account.checks.map(check => ({ account, check })),
  );
}

/** What a file tells of a check. */
export function breakGlassColumns(
  unnamed: Unnamed | null,
): Columns<AccountCheck> {
  return {
    ...(unnamed
      ? pseudonymColumns(unnamed, ({ account }) => account.id)
      : naming),
    'Account as a whole': ({ account }) => account.outcome,
    Check: ({ check }) => check.check,
    Outcome: ({ check }) => check.outcome,
    Found: ({ check }) => check.code,
    'Methods found': ({ check }) => check.values.kinds?.join(' ') ?? null,
    'Strength found': ({ check }) => check.values.tier ?? null,
    'Most used method of administrators': ({ check }) =>
      check.values.dailyKind ?? null,
    'Days since the drill': ({ check }) => check.values.days ?? null,
    'Last drill on': ({ account }) => on(account.drills[0]?.on),
    Drills: ({ account }) => account.drills.length,
    ...(unnamed ? {} : namedDrill),
  };
}
