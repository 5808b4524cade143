import { lazy, Suspense } from 'react';
import { Link, Skeleton } from '@backstage/ui';
import { RiCloseCircleFill } from '@remixicon/react';
import {
  entraMfaPeopleReadPermission,
  type Exceptions,
  type Person,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
import { useNow } from '../components/useNow';
import { useExceptions } from '../exceptions/useExceptions';
import { useLinks } from '../navigation/useLinks';
import type { ShownTeam } from '../teams/shownTeam';
import { useWords } from '../messages/useWords';
import { basisOf } from './basisOf';
import { CardError } from './CardError';
import shared from '../components/shared.module.css';
import styles from './cards.module.css';

// With the calendar that it has, for those alone who see names.
const AskForName = lazy(() =>
  import('../exceptions/AskForName').then(m => ({ default: m.AskForName })),
);

/** How many names a card shows before it says how many more there are. */
const shownNames = 8;

/** An account younger than this many days is called new. */
const newDays = 14;

function Name(props: { person: Person; waiting: Exceptions | undefined }) {
  const { person, waiting } = props;
  const { t, sinceOf } = useWords();
  const now = useNow();
  const links = useLinks({ tenant: person.tenant });
  const age = person.createdAt
    ? Math.floor((now - Date.parse(person.createdAt)) / 86_400_000)
    : undefined;
  const notes = [
    ...(person.privileged ? [t('general.privileged')] : []),
    age !== undefined && age < newDays
      ? t('cards.group.new', { count: age })
      : t('cards.group.since', { date: sinceOf(person) }),
  ];
  return (
    <li className={styles.name}>
      <RiCloseCircleFill size={14} aria-hidden className={shared.bad} />
      <span className={styles.nameText}>
        <Link
          href={
            person.entityRef
              ? links.entity(person.entityRef)
              : links.person(person)
          }
        >
          {person.displayName}
        </Link>
        <span className={shared.smallLine}>{notes.join(' · ')}</span>
      </span>
      <Suspense fallback={null}>
        <AskForName person={person} waiting={waiting} />
      </Suspense>
    </li>
  );
}

/** Who is not registered: by name where names may be seen, counted where not. */
export function UncoveredPeople({ team }: { team: ShownTeam }) {
  const { t } = useWords();
  const links = useLinks({ tenant: team.tenant.id });
  const visible = team.names === 'visible';
  const { data, error, refetch } = useRead(
    'getPeople',
    {},
    { team: team.ref, state: 'uncovered', limit: shownNames },
    { enabled: visible },
  );
  // One request for all of the names.
  const exceptions = useExceptions(
    { tenant: team.tenant.id },
    ['requested'],
    'requested',
    { enabled: visible },
  );
  const waiting = exceptions.data;
  const capable = basisOf(team) === 'capable';
  const { uncovered } = team.coverage;
  if (!visible) {
    return (
      <div>
        <p className={shared.line}>
          {t(capable ? 'cards.group.hiddenCapable' : 'cards.group.hidden', {
            count: uncovered,
          })}
        </p>
        <p className={shared.smallLine}>
          {t('cards.group.whoMay', {
            permission: <code>{entraMfaPeopleReadPermission.name}</code>,
          })}
        </p>
      </div>
    );
  }
  const more = data ? uncovered - data.items.length : 0;
  return (
    <div>
      <h4 className={shared.line}>
        {t(capable ? 'cards.group.notCapable' : 'cards.group.notRegistered')}
      </h4>
      {error && !data && <CardError error={error} onRetry={refetch} />}
      {!error && !data && <Skeleton width="60%" height={40} />}
      <ul className={styles.names}>
        {data?.items.map(person => (
          <Name key={person.id} person={person} waiting={waiting} />
        ))}
      </ul>
      {more > 0 && (
        <p className={shared.smallLine}>
          <Link
            variant="body-small"
            href={links.people({ team: team.ref, state: 'uncovered' })}
          >
            {t('cards.group.more', { value: uncovered })}
          </Link>
        </p>
      )}
    </div>
  );
}
