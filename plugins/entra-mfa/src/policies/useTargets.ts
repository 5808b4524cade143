import { useWords } from '../messages/useWords';

/** Whom something is for, in words: everybody, or so many users, groups and roles. */
export function useTargets() {
  const { t } = useWords();
  return ({
    everybody,
    users,
    groups,
    roles = 0,
    guests = false,
  }: {
    everybody: boolean;
    users: number;
    groups: number;
    roles?: number;
    guests?: boolean;
  }) =>
    [
      everybody && t('policies.everybody'),
      users > 0 && t('policies.users', { count: users }),
      groups > 0 && t('policies.groups', { count: groups }),
      roles > 0 && t('policies.roles', { count: roles }),
      guests && t('policies.guests'),
    ]
      .filter(Boolean)
      .join(', ');
}
