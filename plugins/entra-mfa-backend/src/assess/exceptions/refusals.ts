import type {
  ExceptionAction,
  ExceptionState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { dayOf, daysAfter } from './days';
import { exceptionState } from './exceptionState';
import { fitsActor, isSameUser } from './fitsActor';
import type { ExceptionFacts, Parties } from './types';

/** Why something may not be done: the input is wrong, it is not for them, or it is too late. */
export interface Refusal {
  kind: 'input' | 'not-allowed' | 'conflict';
  message: string;
  /** What of it is kept on record, where the message names people. */
  onRecord?: string;
}

const input = (message: string): Refusal => ({ kind: 'input', message });
const notAllowed = (message: string): Refusal => ({
  kind: 'not-allowed',
  message,
});
const conflict = (message: string): Refusal => ({ kind: 'conflict', message });

/** To somebody of whom nobody can tell who of the directory they are: they could be deciding on themselves. */
export const refuseUnidentified: Refusal = notAllowed(
  'Nobody can tell who of the directory you are, and so not that you are somebody else: only a User of the catalog that is joined to the directory decides. Ask an administrator of the portal to give yours graph.microsoft.com/user-id or the mail of the account, and wait for the next sync',
);

/** How many requests of one person may wait to be decided. */
const OPEN_REQUESTS = 20;

/** Why somebody who has asked for so many may not ask for another exception; null where they may. */
export function refuseMore(openRequests: number): Refusal | null {
  return openRequests < OPEN_REQUESTS
    ? null
    : conflict(
        `You have asked for ${openRequests} exceptions on which nobody has decided: withdraw one, or wait until somebody decides; an exception for a team, a rule or a group is one for many people`,
      );
}

/** Why an exception may not last until that day; null where it may. */
export function refuseUntil(
  until: string,
  now: Date,
  maximumDays: number,
): Refusal | null {
  const today = dayOf(now);
  const latest = daysAfter(today, maximumDays);
  if (until < today) {
    return input(
      `The end date ${until} is past: today is ${today}, and the exception is in force to the end of that day (UTC)`,
    );
  }
  return until > latest
    ? input(
        `The end date ${until} is too far away: an exception may last ${maximumDays} days, until ${latest}; it can be asked for again before it ends`,
      )
    : null;
}

/**
 * Why somebody may not take a step on an exception; null where they may. Whether they hold the
 * permission for it is asked elsewhere.
 *
 * @param unidentifiedMayDecide - whether four eyes are only two users of the portal, not two people
 */
export function refuseStep(
  action: ExceptionAction,
  exception: ExceptionFacts,
  { actor, requester, subjectAddresses }: Parties,
  now: Date,
  unidentifiedMayDecide: boolean,
): Refusal | null {
  const state = exceptionState(exception, now, true);
  const own = isSameUser(actor, requester);
  if (action !== 'withdraw' && !unidentifiedMayDecide && !actor.isKnown) {
    return refuseUnidentified;
  }
  if (action === 'end') {
    return state === 'in-force'
      ? null
      : conflict(
          `Only an exception in force can be ended, and this one is not: ${told(
            state,
            exception,
          )}`,
        );
  }
  if (action === 'withdraw' && !own) {
    return notAllowed('Only who asked for an exception can withdraw it');
  }
  if (state !== 'requested') {
    return conflict(
      `There is nothing to decide any more: ${told(state, exception)}`,
    );
  }
  if (action !== 'withdraw' && own) {
    return notAllowed(
      'You asked for this exception yourself: somebody else has to decide, but you can withdraw it',
    );
  }
  if (action === 'approve' && !unidentifiedMayDecide && !requester.isKnown) {
    return notAllowed(
      'Nobody can tell who asked for this exception: the directory has no such person, so it may be you. You can refuse it; whoever needs it can ask again as a User who is joined to the directory',
    );
  }
  return action === 'approve' &&
    fitsActor(exception.subject, actor, subjectAddresses)
    ? notAllowed(
        'You would be exempt by this exception yourself: somebody else has to approve it, but you can refuse it',
      )
    : null;
}

function told(state: ExceptionState, exception: ExceptionFacts): string {
  const { decidedBy, decidedAt, until } = exception;
  const day = decidedAt && dayOf(decidedAt);
  switch (state) {
    case 'requested':
      return 'nobody has decided it yet';
    case 'in-force':
      return `${decidedBy} approved it on ${day}`;
    case 'refused':
      return `${decidedBy} refused it on ${day}`;
    case 'withdrawn':
      return 'it was withdrawn';
    case 'lapsed':
      return `its end date ${until} was over before anybody decided; ask anew with a later one`;
    case 'ended':
      return 'it was ended';
    default:
      return `its end date ${until} is over`;
  }
}
