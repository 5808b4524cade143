import { Link } from '@backstage/ui';
import type {
  ControlResult,
  ControlTestId,
  NotEvaluatedReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { PeopleLink } from '../components/PeopleLink';
import type { FilterValues } from '../navigation/filterValues';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';

const JOINED_DAYS = '90';

/** Whom a missed test is about, as a filter of the list of people. */
const people: Partial<Record<ControlTestId, FilterValues>> = {
  coverage: { state: 'uncovered' },
  'members-capable': { state: 'uncovered' },
  'all-phishing-resistant': {
    tier: 'none,recovery-only,bootstrap,other,phone,app-or-token,passwordless',
  },
  'privileged-covered': { privileged: 'true', state: 'uncovered' },
  'privileged-phishing-resistant': {
    privileged: 'true',
    tier: 'none,recovery-only,bootstrap,other,phone,app-or-token,passwordless',
  },
  'privileged-not-phone-only': { privileged: 'true', mark: 'phone-only' },
  'roles-of-disabled': { mark: 'disabled-with-role' },
};

const places = {
  'break-glass': 'breakGlass',
  leavers: 'reviews',
  review: 'reviews',
  exceptions: 'exceptions',
  'lost-registrations': 'changes',
  policies: 'policies',
  sync: 'sync',
} as const satisfies Partial<Record<ControlTestId, string>>;

const placesOfReasons = {
  nobody: 'connections',
  'roles-not-known': 'connections',
  'not-read': 'connections',
  'register-not-known': 'breakGlass',
} as const satisfies Partial<Record<NotEvaluatedReason, string>>;

type Place =
  | (typeof places)[keyof typeof places]
  | (typeof placesOfReasons)[keyof typeof placesOfReasons];

function placeOf({ test, reason }: ControlResult): Place | null {
  if (reason !== null) {
    return reason in placesOfReasons
      ? placesOfReasons[reason as keyof typeof placesOfReasons]
      : null;
  }
  return test in places ? places[test as keyof typeof places] : null;
}

/** Whom it is about; undefined where it is about nobody. */
function filterOf({ test, reason, days }: ControlResult) {
  if (reason === 'people-not-known' || reason === 'nobody') {
    return { state: 'unknown' };
  }
  return test === 'joiners'
    ? {
        state: 'uncovered',
        minAgeDays: String(days ?? 0),
        maxAgeDays: JOINED_DAYS,
      }
    : people[test as ControlTestId];
}

/**
 * Where the next sensible thing is done about a test that is not met; nothing where it is.
 *
 * @param team - its ref, where it is about a team's people
 */
export function NextAct({
  result,
  team,
}: {
  result: ControlResult;
  team?: string;
}) {
  const { t } = useWords();
  const links = useLinks(usePageParams());
  const { outcome, reason, test } = result;
  if (outcome === 'met') return null;
  if (result.added) {
    const { link } = result.added;
    return link === null ? null : (
      <Link href={link} target="_blank" variant="body-small">
        {t('controls.next.added')}
      </Link>
    );
  }
  // A team of which nobody can be told is no fault of the connection, and one without privileged people is none at all.
  const isOfNobody = team !== undefined && reason === 'nobody';
  if (isOfNobody && test.startsWith('privileged-')) return null;
  const place = isOfNobody ? null : placeOf(result);
  if (place !== null) {
    const hrefs: Record<Place, () => string> = {
      breakGlass: links.breakGlass,
      reviews: links.reviews,
      exceptions: links.exceptions,
      changes: () => links.changes({ kind: 'lost', team }),
      policies: links.overview,
      sync: links.connections,
      connections: links.connections,
    };
    return (
      <Link href={hrefs[place]()} variant="body-small">
        {t(`controls.next.${place}`)}
      </Link>
    );
  }
  const filter = filterOf(result);
  return filter ? (
    <PeopleLink filter={{ ...filter, team }} small>
      {t(reason === null ? 'controls.next.people' : 'controls.next.unknown')}
    </PeopleLink>
  ) : null;
}
