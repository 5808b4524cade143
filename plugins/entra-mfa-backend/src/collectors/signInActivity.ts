import type { SignInKind } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { z } from 'zod';
import { dateTime } from './dateTime';
import { orNone } from './orNone';
import type { Collector, SignInBody } from './types';

const row = z.object({
  id: z.string().min(1),
  signInActivity: orNone(
    z.object({
      lastSuccessfulSignInDateTime: dateTime,
      lastSignInDateTime: dateTime,
      lastNonInteractiveSignInDateTime: dateTime,
    }),
  ),
});

type Row = z.infer<typeof row>;

/**
 * On which day everybody signed in last, without a time. Graph gives it with its users, at a pace of its own, so it is
 * asked for by itself, once a day, and only where the configuration wants it. No past of it is kept.
 */
export const signInActivity: Collector<Row> = {
  id: 'sign-in-activity',
  title: 'Last sign-ins',
  source: 'graph',
  endpoint: '/users',
  query: { $select: 'id,signInActivity', $top: '500' },
  pace: 'sign-ins',
  permission: 'AuditLog.Read.All',
  licence: 'Microsoft Entra ID P1 or P2',
  why: 'To find who has not signed in for long, where `signInActivity` is set',
  documentation:
    'https://learn.microsoft.com/graph/api/resources/signinactivity',
  required: 'no',
  optional: 'always',
  onlyWhileGiven: 'until-refused',
  onlyWhereChosen: 'signInActivity',
  cadenceHours: 24,
  decidesNothing: true,
  keepsNoPast: true,
  row,
  toRecords({ id, signInActivity: activity }) {
    const body: SignInBody = lastOf(
      activity
        ? [
            ['successful', activity.lastSuccessfulSignInDateTime],
            ['interactive', activity.lastSignInDateTime],
            ['non-interactive', activity.lastNonInteractiveSignInDateTime],
          ]
        : [],
    );
    return [{ key: id.toLowerCase(), body: { ...body } }];
  },
};

/**
 * The last successful sign-in, which Microsoft has only since December 2023; else the newer one of the last attempts,
 * of which nobody knows whether they succeeded.
 */
function lastOf(
  times: readonly (readonly [SignInKind, string | null | undefined])[],
): SignInBody {
  const known = times.flatMap(([kind, time]) =>
    time ? [{ day: new Date(time).toISOString().slice(0, 10), kind }] : [],
  );
  const [newest] = known.sort(
    (one, other) =>
      Number(other.kind === 'successful') - Number(one.kind === 'successful') ||
      Number(other.day > one.day) - Number(other.day < one.day),
  );
  return newest ?? { day: null, kind: null };
}
