import {
  personMarks,
  stateReasons,
  tierFilters,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';

/** What a filter narrows beside the team, each in words. */
export function useFilterWords(): (
  filter: Readonly<Record<string, string | undefined>>,
) => string[] {
  const { t, tierFilter, reason, mark, method } = useWords();
  const each = <Value extends string>(
    known: readonly Value[],
    values: string | undefined,
    word: (value: Value) => string,
  ) => {
    const found = known.filter(one => values?.split(',').includes(one));
    return found.length === 0 ? [] : [found.map(word).join(' / ')];
  };
  return filter => [
    ...(filter.privileged === 'true' ? [t('reminders.view.privileged')] : []),
    ...(filter.privileged === 'false'
      ? [t('reminders.view.notPrivileged')]
      : []),
    ...each(tierFilters, filter.tier, tierFilter),
    ...each(stateReasons, filter.reason, reason),
    ...each(personMarks, filter.mark, mark),
    ...(filter.method ? [method(filter.method)] : []),
    ...(filter.role
      ? [t('reminders.view.roles', { count: filter.role.split(',').length })]
      : []),
    ...(filter.minAgeDays
      ? [t('reminders.view.minAge', { count: Number(filter.minAgeDays) })]
      : []),
    ...(filter.maxAgeDays
      ? [t('reminders.view.maxAge', { count: Number(filter.maxAgeDays) })]
      : []),
    ...(filter.team && filter.subTeams === 'false'
      ? [t('reminders.view.noSubTeams')]
      : []),
  ];
}
