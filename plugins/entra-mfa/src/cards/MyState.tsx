import { ButtonLink } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import type {
  Person,
  TenantRef,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { StateLabel } from '../components/StateLabel';
import { useWhyPhoneGoesOn } from '../components/useWhyPhoneGoesOn';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './cards.module.css';

function usePhoneToDo({ marks, phoneEnds }: Person, tenant: TenantRef) {
  const { t, dayOf } = useWords();
  const why = useWhyPhoneGoesOn(tenant);
  if (!marks.includes('phone-only')) return [];
  return phoneEnds === null
    ? [[t('cards.user.phoneOnlyStill'), why].filter(Boolean).join(' ')]
    : [t('cards.user.phoneOnly', { date: dayOf(phoneEnds) })];
}

/** My own state: what it means, what to do now and until when. */
export function MyState(props: { person: Person; tenant: TenantRef }) {
  const { person, tenant } = props;
  const { t, stateOf, whyOf } = useWords();
  const phone = usePhoneToDo(person, tenant);
  const { marks } = person;
  const notAllowed = marks.includes('registered-not-capable');
  const todo = [
    ...(notAllowed ? [t('cards.user.notAllowed')] : []),
    ...phone,
    ...(marks.includes('windows-hello-only')
      ? [t('cards.user.windowsHelloOnly')]
      : []),
  ];
  const done = person.state === 'covered' && todo.length === 0;
  return (
    <div className={styles.user}>
      <StateLabel state={person.state} label={stateOf(person)} />
      {(person.state === 'covered' ? done : !notAllowed) && (
        <p className={shared.line}>
          {t(`cards.user.mine.${camel(person.state)}`, {
            reason: whyOf(person),
          })}
        </p>
      )}
      {todo.map(text => (
        <p key={text} className={shared.line}>
          {text}
        </p>
      ))}
      <ButtonLink
        href={tenant.securityInfoUrl}
        target="_blank"
        size="small"
        variant={done ? 'secondary' : 'primary'}
        iconEnd={<RiExternalLinkLine />}
      >
        {t(done ? 'cards.user.manage' : 'cards.user.register')}
      </ButtonLink>
    </div>
  );
}
