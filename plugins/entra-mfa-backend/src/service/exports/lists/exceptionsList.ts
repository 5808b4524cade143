import type { Exception } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { at, on, yesNo, type Cell, type Columns } from '../Cell';
import type { Unnamed } from '../exportList';
import { SMALL_TEAM } from '../withoutHiddenTeams';

const person = ({ subject }: Exception) =>
  subject.kind === 'person' ? subject : null;
const group = ({ subject }: Exception) =>
  subject.kind === 'group' ? subject : null;
const entraGroup = ({ subject }: Exception) =>
  subject.kind === 'entra-group' ? subject : null;

const named: Columns<Exception> = {
  'Exception id': exception => exception.id,
  'Entra tenant id': exception => exception.tenant,
  State: exception => exception.state,
  'It is for': exception => exception.subject.kind,
  Person: exception => person(exception)?.name ?? null,
  'Entra object id': exception => person(exception)?.id ?? null,
  'Catalog user': exception => person(exception)?.entityRef ?? null,
  Team: exception => group(exception)?.title ?? null,
  'Team ref': exception => group(exception)?.ref ?? null,
  'Rule on user principal names': ({ subject }) =>
    subject.kind === 'rule' ? subject.pattern : null,
  'Entra group': exception => entraGroup(exception)?.name ?? null,
  'Entra group id': exception => entraGroup(exception)?.id ?? null,
  Reason: exception => exception.reason,
  Until: exception => on(exception.until),
  'Days left': exception => exception.daysLeft,
  'Ends soon': exception => yesNo(exception.endsSoon),
  'Asked by': exception => exception.requested.by,
  'Asked at': exception => at(exception.requested.at),
  Decision: ({ decision }) => decision && decision.decision,
  'Decided by': ({ decision }) => decision && decision.by,
  'Decided at': ({ decision }) => at(decision?.at),
  'Note of the decision': ({ decision }) => decision && decision.note,
  'Withdrawn at': exception => at(exception.withdrawnAt),
  'Ended by': ({ ended }) => ended && ended.by,
  'Ended at': ({ ended }) => at(ended?.at),
  'Note of the end': ({ ended }) => ended && ended.note,
  'People exempt by it': exception => exception.people,
};

/**
 * Without names, nothing tells for whom one is, not even a pseudonym: by its days who has the list would find
 * the name, and by the pseudonym then the person in every other file.
 */
function unnamedColumns({
  pseudonyms,
  tenantId,
  hiddenTeams,
}: Unnamed): Columns<Exception> {
  const who = (ref: string | undefined): Cell =>
    ref === undefined ? null : pseudonyms.of(tenantId, ref);
  const day = (time: string | null | undefined) => on(time?.slice(0, 10));
  const isSmall = (exception: Exception) =>
    hiddenTeams.has(group(exception)?.ref ?? '');
  return {
    'Entra tenant id': exception => exception.tenant,
    State: exception => exception.state,
    'It is for': exception => exception.subject.kind,
    Team: exception =>
      isSmall(exception) ? SMALL_TEAM : group(exception)?.title ?? null,
    Until: exception => on(exception.until),
    'Days left': exception => exception.daysLeft,
    'Ends soon': exception => yesNo(exception.endsSoon),
    'Asked by (pseudonym)': exception => who(exception.requested.by),
    'Asked on': exception => day(exception.requested.at),
    Decision: ({ decision }) => decision && decision.decision,
    'Decided by (pseudonym)': ({ decision }) => who(decision?.by),
    'Decided on': ({ decision }) => day(decision?.at),
    'Withdrawn on': exception => day(exception.withdrawnAt),
    'Ended by (pseudonym)': ({ ended }) => who(ended?.by),
    'Ended on': ({ ended }) => day(ended?.at),
    'People exempt by it': exception =>
      isSmall(exception) ? null : exception.people,
    'Key of the pseudonyms': () => pseudonyms.keyId,
  };
}

/** What a file tells of an exception. */
export function exceptionColumns(unnamed: Unnamed | null): Columns<Exception> {
  return unnamed ? unnamedColumns(unnamed) : named;
}
