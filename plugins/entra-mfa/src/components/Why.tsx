import type {
  Person,
  StateReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import { EntityName } from './EntityName';

/** Reasons that say no more than the state does. */
const plain: readonly StateReason[] = [
  'registered',
  'not-registered',
  'capable',
  'not-capable',
];

/** Whether a reason says more than the state beside it. */
export const saysMore = (reason: StateReason) => !plain.includes(reason);

/** Why a person has their state; of who is exempt, until when, by whom and through which group, and of who is left out by a rule, by which. */
export function Why({
  person,
}: {
  person: Pick<Person, 'reason' | 'exception' | 'scopeRule'>;
}) {
  const { t, dayOf, reason } = useWords();
  const { exception, scopeRule } = person;
  if (scopeRule) return <>{t('general.byScopeRule', { rule: scopeRule })}</>;
  if (!exception) return <>{reason(person.reason)}</>;
  const { entraGroup } = exception;
  const told = {
    date: dayOf(exception.until),
    user: <EntityName of={exception.approvedBy} />,
  };
  return entraGroup
    ? t('general.exemptByGroup', {
        ...told,
        group: entraGroup.name ?? entraGroup.id,
      })
    : t('general.exemptUntil', told);
}
