import type {
  Person,
  TenantRef,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useNow } from '../components/useNow';
import { useWhyPhoneGoesOn } from '../components/useWhyPhoneGoesOn';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';

/** What somebody has to do about their own registration. */
export interface MyToDo {
  /** Whether nothing is to be done. */
  isDone: boolean;
  /** Whether something stops working, or does not work already. */
  isUrgent: boolean;
  /** What the state is and what to do about it; until when; and what happens then. */
  says: string[];
}

/** See {@link MyToDo}. The set day is the organization's, where it has one. */
export function useMyToDo(
  person: Person,
  tenant: TenantRef,
  targetDate: string | null = null,
): MyToDo {
  const { t, dayOf, whyOf } = useWords();
  const now = useNow();
  const whyPhoneGoesOn = useWhyPhoneGoesOn(tenant);
  const { marks, state, phoneEnds } = person;
  const notAllowed = marks.includes('registered-not-capable');
  const phone = () => {
    if (!marks.includes('phone-only')) return [];
    return phoneEnds === null
      ? [
          [t('cards.user.phoneOnlyStill'), whyPhoneGoesOn]
            .filter(Boolean)
            .join(' '),
        ]
      : [
          t('cards.user.phoneOnly', { date: dayOf(phoneEnds) }),
          t('mine.then.phone'),
        ];
  };
  const until = () => {
    if (!targetDate) return [];
    const isPast = targetDate < new Date(now).toISOString().slice(0, 10);
    return [
      t(isPast ? 'mine.until.past' : 'mine.until.ahead', {
        date: dayOf(targetDate),
      }),
    ];
  };
  const toDo = [
    ...(notAllowed ? [t('cards.user.notAllowed')] : []),
    ...phone(),
    ...(marks.includes('windows-hello-only')
      ? [t('cards.user.windowsHelloOnly')]
      : []),
  ];
  const isDone = state === 'covered' && toDo.length === 0;
  const saysState = state === 'covered' ? isDone : !notAllowed;
  const then: Partial<Record<typeof state, string[]>> = {
    uncovered: [...until(), t('mine.then.uncovered')],
    exempt: [t('mine.then.exempt')],
  };
  return {
    isDone,
    isUrgent: state === 'uncovered' || notAllowed || phoneEnds !== null,
    says: [
      ...(saysState
        ? [t(`cards.user.mine.${camel(state)}`, { reason: whyOf(person) })]
        : []),
      ...toDo,
      ...(then[state] ?? []),
    ],
  };
}
