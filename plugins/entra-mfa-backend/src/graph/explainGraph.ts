import { graphProblems } from '../problems/graphProblems';
import { signInProblems } from '../problems/signInProblems';
import { tell } from '../problems/tell';
import type { ProblemKind } from '../problems/types';
import type { GraphRequestError } from './errors';
import {
  isLicenceMisfire,
  missingLicence,
  showsNoEligibility,
} from './missingLicence';
import type { GraphAdvice, ProblemContext } from './types';

const refusals = [400, 403, 404, 405, 501];

/** Those that follow from the answer alone. */
const byAnswer = [
  signInProblems.noServicePrincipal,
  signInProblems.appDisabled,
  graphProblems.noPermission,
  graphProblems.readerRole,
  graphProblems.denied,
  graphProblems.tokenRefused,
  graphProblems.notFound,
  graphProblems.throttled,
  graphProblems.graphUnavailable,
  graphProblems.queryRefused,
];

function kindOf(error: GraphRequestError, context: ProblemContext) {
  const { status, code } = error;
  const { collector, premium } = context;
  // Whoever chose to have it is told what it takes.
  const misses = collector?.onlyWhereChosen && missingLicence(error);
  if (
    collector?.optional === 'always' &&
    refusals.includes(status) &&
    !misses
  ) {
    return graphProblems.notAnswered;
  }
  if (
    collector?.optional === 'licence' &&
    showsNoEligibility(premium) &&
    refusals.includes(status)
  ) {
    return graphProblems.doesWithoutLicence;
  }
  if (isLicenceMisfire(error, premium)) {
    return graphProblems.licenceCheckFailed;
  }
  if (status === 403 && error.midway) {
    return collector?.required === 'no'
      ? graphProblems.refusedMidwayUnneeded
      : graphProblems.refusedMidway;
  }
  if (missingLicence(error)) {
    return collector?.withoutLicence
      ? graphProblems.doesWithoutLicence
      : graphProblems.noLicence;
  }
  const kind =
    find(`${status} ${code}`) ??
    find(String(status)) ??
    (status >= 500
      ? graphProblems.graphUnavailable
      : graphProblems.queryRefused);
  return kind === graphProblems.noPermission && !collector?.permission
    ? graphProblems.noPermissionUnnamed
    : kind;
}

function find(answer: string) {
  const wanted = answer.toLowerCase();
  return byAnswer.find(({ graph }) =>
    graph.some(one => one.toLowerCase() === wanted),
  );
}

/** Says what to do about an answer of Graph that was not 200. */
export function explainGraph(
  error: GraphRequestError,
  context: ProblemContext,
): GraphAdvice {
  const { status, code } = error;
  const { collector, clientId, tenantId, premium } = context;
  const kind = kindOf(error, context);
  const { outcome }: ProblemKind = kind;
  const words = tell(kind, {
    clientId,
    tenantId,
    what: collector?.title ?? 'the data',
    permission: collector?.permission ?? '',
    licence: collector?.licence ?? 'Microsoft Entra ID P1 or P2',
    withoutLicence: collector?.withoutLicence ?? '',
    premium: premium === 'P2' ? 'P2 or Governance' : premium ?? '',
    answered: `${status}${code && ` ${code}`}`,
    detail: code && ` (${code})`,
  });
  return { ...words, outcome: outcome ?? 'failed' };
}
