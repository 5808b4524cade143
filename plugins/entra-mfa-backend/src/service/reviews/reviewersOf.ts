import { InputError } from '@backstage/errors';
import type { ReviewReviewersChoice } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ReviewRow } from '../../store/sql/tables';

/** Who is asked to decide, as it is stored. */
export interface StoredReviewers {
  kind: ReviewRow['reviewers_kind'];
  users: string[];
}

/** Who is to be asked to decide; throws `InputError` for users who are missing, or none. */
export function reviewersOf(
  { kind, users = [] }: ReviewReviewersChoice = { kind: 'conductor' },
): StoredReviewers {
  const refs = [...new Set(users.map(ref => ref.toLowerCase()))];
  if ((kind === 'users') !== refs.length > 0) {
    throw wrong(
      kind === 'users'
        ? 'name one user at least'
        : `users are named only where 'kind' is users`,
    );
  }
  const other = refs.find(ref => !ref.startsWith('user:'));
  if (other !== undefined) {
    throw wrong(`${other} is no user: refs begin with user:`);
  }
  return { kind, users: refs };
}

function wrong(why: string): InputError {
  return new InputError(`Parameter 'reviewers' is wrong: ${why}`);
}
