import { Link } from '@backstage/ui';
import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Moment } from '../components/Moment';
import { Why } from '../components/Why';
import { StateLabel } from '../components/StateLabel';
import { useLinks } from '../navigation/useLinks';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './cards.module.css';

/** What a lead sees of a person: state, strength, since when. */
export function TheirState({ person }: { person: Person }) {
  const { t, stateOf, tier, dayOf, sinceOf } = useWords();
  const links = useLinks({ tenant: person.tenant });
  return (
    <div className={styles.user}>
      <dl className={styles.facts}>
        <dt>{t('cards.user.state')}</dt>
        <dd>
          <StateLabel state={person.state} label={stateOf(person)} />
          <div className={shared.smallLine}>
            <Why person={person} />
          </div>
        </dd>
        <dt>{t('cards.user.tier')}</dt>
        <dd>{tier(person.tier)}</dd>
        {person.phoneEnds && (
          <>
            <dt>{t('phone.title')}</dt>
            <dd>{t('phone.blocked', { date: dayOf(person.phoneEnds) })}</dd>
          </>
        )}
        <dt>{t('cards.user.since')}</dt>
        <dd>
          <Moment iso={person.since}>{sinceOf(person)}</Moment>
        </dd>
      </dl>
      <Link href={links.person(person)} variant="body-small">
        {t('cards.user.details')}
      </Link>
    </div>
  );
}
