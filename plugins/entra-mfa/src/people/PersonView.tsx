import { useRead } from '../api/useRead';
import { useParams } from '../navigation/router';
import { Link, Skeleton, Text } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import type { PersonDetail } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ErasedBanner } from '../erasure/ErasedBanner';
import { ErasePerson } from '../erasure/ErasePerson';
import { AskForPerson } from '../exceptions/AskForPerson';
import { Why } from '../components/Why';
import { StateLabel } from '../components/StateLabel';
import { MyState } from '../mine/MyState';
import { useMine } from '../mine/useMine';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { PersonMethods } from '../policies/PersonMethods';
import { PersonPolicies } from '../policies/PersonPolicies';
import { PersonRisk } from '../risk/PersonRisk';
import { PersonReach } from '../services/PersonReach';
import { ErrorState } from '../states/ErrorState';
import { useWords } from '../messages/useWords';
import { PersonAttempts } from './PersonAttempts';
import { PersonDevices } from './PersonDevices';
import { PersonElsewhere } from './PersonElsewhere';
import { PersonExplanation } from './PersonExplanation';
import { PersonFacts } from './PersonFacts';
import { PersonGroups } from './PersonGroups';
import { PersonGaps } from './PersonGaps';
import { PersonHistory } from './PersonHistory';
import { PersonRecords } from './PersonRecords';
import { PersonRoles } from './PersonRoles';
import styles from './person.module.css';

function Detail({ detail }: { detail: PersonDetail }) {
  const { t, stateOf } = useWords();
  const params = usePageParams();
  const { person, left, erased } = detail;
  const { data: own } = useMine(params);
  const mine = own?.me?.person;
  const isMe = mine?.id === person.id && mine.tenant === person.tenant;
  return (
    <>
      <div>
        <Text as="h2" variant="title-small" weight="bold">
          {isMe
            ? t('mine.you.named', { name: person.displayName })
            : person.displayName}
        </Text>
        <div className={styles.subtitle}>{person.userPrincipalName}</div>
        {isMe ? (
          <div className={styles.me}>
            <MyState
              person={person}
              tenant={detail.tenant}
              targetDate={own?.targetDate}
            />
          </div>
        ) : (
          <div className={styles.state}>
            <StateLabel state={person.state} label={stateOf(person)} />
            <span className={styles.subtitle}>
              <Why person={person} />
            </span>
          </div>
        )}
        {left && <div className={styles.subtitle}>{t('erasure.left')}</div>}
        <PersonElsewhere person={person} />
        <AskForPerson person={person} />
        <ErasePerson detail={detail} />
      </div>
      {erased && <ErasedBanner erased={erased} />}
      <div className={erased ? undefined : styles.columns}>
        {!erased && <PersonExplanation detail={detail} />}
        <PersonFacts
          person={person}
          tenant={detail.tenant}
          isErased={erased !== undefined}
          lastSignIn={detail.lastSignIn}
        />
      </div>
      <PersonRoles roles={detail.roles} />
      <PersonPolicies asked={detail.asked} />
      <PersonMethods allowed={detail.allowedMethods} />
      <PersonRisk risk={detail.risk} />
      <PersonAttempts attempts={detail.attempts} />
      {!erased && <PersonDevices devices={detail.devices} />}
      <PersonGroups groups={detail.groups} />
      <PersonReach person={person} />
      <PersonGaps gaps={detail.gaps} reminders={detail.reminders} />
      <PersonHistory history={detail.history} />
      <PersonRecords
        records={detail.records}
        isNow={!params.at && !left && !erased}
      />
    </>
  );
}

/** A person: state and reason, why counted so, the rows behind it, history. */
export function PersonView() {
  const { t } = useWords();
  const { tenant = '', id = '' } = useParams();
  const params = usePageParams();
  const links = useLinks(params);
  const { data, error, refetch } = useRead(
    'getPerson',
    { tenant, id },
    { at: params.at },
  );
  return (
    <div className={styles.person}>
      <Link href={links.people()} variant="body-small" className={styles.back}>
        <RiArrowLeftLine size={14} aria-hidden /> {t('people.person.back')}
      </Link>
      {error && <ErrorState error={error} onRetry={refetch} what="people" />}
      {!error && !data && <Skeleton width="100%" height={320} />}
      {data && <Detail detail={data} />}
    </div>
  );
}
