import { Fragment, type ReactNode } from 'react';
import { Link } from '@backstage/ui';
import type {
  LastSignIn,
  Person,
  TenantRef,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Moment } from '../components/Moment';
import { Panel } from '../components/Panel';
import { useWhyPhoneGoesOn } from '../components/useWhyPhoneGoesOn';
import { camel } from '../messages/camel';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './person.module.css';

type Fact = [label: string, value: ReactNode];

/** What is known of a person, and their way to the catalog. */
export function PersonFacts(props: {
  person: Person;
  tenant: TenantRef;
  isErased?: boolean;
  /** Null where it is not known, or not for the reader. */
  lastSignIn?: LastSignIn | null;
}) {
  const { person, tenant, isErased = false, lastSignIn = null } = props;
  const whyPhoneGoesOn = useWhyPhoneGoesOn(tenant);
  const { t, tier, method, mark, dayOf, sinceOf } = useWords();
  const links = useLinks(usePageParams());
  const none = t('people.person.facts.none');
  const yesOrNo = (value: boolean | null) =>
    value === null
      ? t('people.person.facts.notKnown')
      : t(value ? 'people.person.facts.yes' : 'people.person.facts.no');
  const day = (label: string, iso: string | null): Fact[] =>
    iso ? [[label, <Moment iso={iso}>{dayOf(iso)}</Moment>]] : [];
  const whyItGoesOn = person.marks.includes('phone-only') && whyPhoneGoesOn;
  const phone = person.phoneEnds
    ? t('phone.blocked', { date: dayOf(person.phoneEnds) })
    : whyItGoesOn;
  const signedIn = lastSignIn && [
    lastSignIn.day && dayOf(lastSignIn.day),
    t(`people.person.facts.signIn.${camel(lastSignIn.kind ?? 'never')}`),
  ];
  const facts: Fact[] = [
    [t('people.person.facts.registered'), yesOrNo(person.registered)],
    [t('people.person.facts.capable'), yesOrNo(person.capable)],
    [t('people.person.facts.tier'), tier(person.tier)],
    [
      t('people.person.facts.methods'),
      isErased
        ? t('erasure.gone')
        : person.methods.map(method).join(', ') ||
          (person.tier === null ? tier(null) : none),
    ],
    [t('people.person.facts.privileged'), yesOrNo(person.privileged)],
    [
      t('people.person.facts.teams'),
      person.teams.length > 0
        ? person.teams.map((team, index) => (
            <Fragment key={team.ref}>
              {index > 0 && ', '}
              <Link href={links.entity(team.ref)}>{team.title}</Link>
            </Fragment>
          ))
        : none,
    ],
    [
      t('people.person.facts.since'),
      <Moment iso={person.since}>{sinceOf(person)}</Moment>,
    ],
    ...day(t('people.person.facts.createdAt'), person.createdAt),
    ...day(
      t(
        person.enabled
          ? 'people.person.facts.enabledSince'
          : 'people.person.facts.disabledSince',
      ),
      person.enablementSince,
    ),
    ...day(t('people.person.facts.leaveAt'), person.leaveAt),
    ...(signedIn
      ? [
          [
            t('people.person.facts.lastSignIn'),
            signedIn.filter(Boolean).join(', '),
          ] satisfies Fact,
        ]
      : []),
    ...(person.marks.length > 0
      ? [
          [
            t('people.person.facts.marks'),
            person.marks.map(mark).join(', '),
          ] satisfies Fact,
        ]
      : []),
    ...(phone ? [[t('phone.title'), phone] satisfies [string, ReactNode]] : []),
    [
      t('people.person.facts.objectId'),
      <code className={shared.breakable}>{person.id}</code>,
    ],
  ];
  return (
    <Panel
      title={t('people.person.known')}
      aside={
        // What stands in the place of an erased User entity leads nowhere.
        person.entityRef &&
        !isErased && (
          <Link href={links.entity(person.entityRef)} variant="body-small">
            {t('people.person.inCatalog')}
          </Link>
        )
      }
    >
      <dl className={styles.list}>
        {facts.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </Panel>
  );
}
