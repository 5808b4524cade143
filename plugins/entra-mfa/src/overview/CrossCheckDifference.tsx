import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';

/** By how many Microsoft's own count differs from ours over the same people, and why, in words. */
export function CrossCheckDifference(props: {
  crossCheck: NonNullable<Overview['crossCheck']>;
}) {
  const { t, count } = useWords();
  const { difference, reason } = props.crossCheck;
  const signed = `${difference > 0 ? '+' : '−'}${count(Math.abs(difference))}`;
  return (
    <>
      {reason === null
        ? t('roles.crossCheck.same')
        : `${t('roles.crossCheck.difference')} ${signed}. ${t(
            `roles.crossCheck.reason.${camel(reason)}`,
          )}`}
    </>
  );
}
