import {
  reviewMemberDecisions,
  type ReviewDecision,
  type ReviewScopeKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Refusal } from '../exceptions/refusals';

/** What the rules know of a decision. */
export interface DecisionFacts {
  /** When the review was closed. */
  closedAt: Date | null;
  /** What is reviewed. */
  scope: ReviewScopeKind;
  /** Whether who decides is on the list by themselves: one person, and it is they. */
  own: boolean;
  /** How many of the people are privileged and not known to have a method. */
  needNote: number;
  /** How many people are decided. */
  people: number;
}

/** Why somebody may not decide so; null where they may. */
export function refuseDecision(
  { decision, note }: { decision: ReviewDecision; note: string | null },
  { closedAt, scope, own, needNote, people }: DecisionFacts,
): Refusal | null {
  if (closedAt) {
    return closed(closedAt);
  }
  if (own) {
    return {
      kind: 'not-allowed',
      message:
        'You are this person: somebody else has to decide, another reviewer or who conducts reviews',
    };
  }
  const ofMembers: readonly ReviewDecision[] = reviewMemberDecisions;
  if (scope !== 'risks' && !ofMembers.includes(decision)) {
    return {
      kind: 'input',
      message: `Parameter 'decision' is wrong: a review of a ${scope} asks whether people still need it, so they are decided on with ${ofMembers.join(
        ' or ',
      )}`,
    };
  }
  if (decision === 'keep' && needNote > 0 && note === null) {
    const who =
      people === 1
        ? 'This person is privileged and not known to have a method'
        : `${needNote} of these people ${
            needNote === 1 ? 'is' : 'are'
          } privileged and not known to have a method`;
    return {
      kind: 'input',
      message: `Parameter 'note' is wrong: ${who}, so keeping everything as it is needs a note that says why`,
    };
  }
  return null;
}

/** What the rules know of a handover. */
export interface HandoverFacts {
  closedAt: Date | null;
  /** Whether it is another one than the reviewer of before. */
  isAnother: boolean;
  /** How many people the reviewer of before has left. */
  left: number;
  /** How many of them the other one would be given. */
  given: number;
}

/** Why whom a reviewer has left may not be given to another one; null where they may. */
export function refuseHandover({
  closedAt,
  isAnother,
  left,
  given,
}: HandoverFacts): Refusal | null {
  if (closedAt) {
    return closed(closedAt);
  }
  if (!isAnother) {
    return {
      kind: 'input',
      message:
        "Parameter 'to' is wrong: it is the reviewer of before; name another user",
    };
  }
  if (left === 0) {
    return {
      kind: 'conflict',
      message:
        'This reviewer has nobody left to decide on: GET /v1/reviews/{number} tells who has',
    };
  }
  return given === 0
    ? {
        kind: 'not-allowed',
        message:
          'Who is left is this user, and nobody decides on themselves: name somebody else',
      }
    : null;
}

/** What the rules know of a closing. */
export interface CloseFacts {
  closedAt: Date | null;
  /** How many people have no decision. */
  open: number;
  /** The names of some of them. */
  openNames: readonly string[];
}

/** Why a review may not be closed; null where it may. */
export function refuseClose(
  { reason, open: seen }: { reason?: string; open?: number },
  { closedAt, open, openNames }: CloseFacts,
): Refusal | null {
  if (closedAt) {
    return closed(closedAt);
  }
  if (open > 0 && (reason === undefined || seen === undefined)) {
    const more = open - openNames.length;
    const named = `${openNames.join(', ')}${
      more > 0 ? ` and ${more} more` : ''
    }`;
    return {
      kind: 'conflict',
      message: `${told(
        open,
      )} no decision yet: ${named}. Decide on them, or close with 'reason' (why without them) and 'open': ${open}`,
      onRecord: `${told(open)} no decision yet`,
    };
  }
  if (seen !== undefined && seen !== open) {
    return {
      kind: 'conflict',
      message: `${told(
        open,
      )} no decision by now, not ${seen}: load the review again and look at who they are`,
    };
  }
  return open === 0 && reason !== undefined
    ? {
        kind: 'input',
        message:
          "Parameter 'reason' is wrong: everybody has a decision, so there is nothing to explain; close without it",
      }
    : null;
}

function told(people: number): string {
  return people === 1 ? '1 person has' : `${people} people have`;
}

function closed(closedAt: Date): Refusal {
  return {
    kind: 'conflict',
    message: `This review was closed on ${closedAt
      .toISOString()
      .slice(
        0,
        10,
      )}, and nothing in it changes any more: decide in the next one`,
  };
}
