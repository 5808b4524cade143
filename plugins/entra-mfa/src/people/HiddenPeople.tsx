import { Fragment } from 'react';
import { Link } from '@backstage/ui';
import {
  entraMfaPeopleReadPermission,
  type People,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { EntityName } from '../components/EntityName';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './people.module.css';

/** How many a list counts whom the reader does not see; null where that is not told. */
export function countHidden(people: People): number | null {
  const { counted, totalItems = 0, visibility } = people;
  if (visibility === 'all') return 0;
  return typeof counted === 'number' ? counted - totalItems : null;
}

function Leads({ team }: { team: NonNullable<People['team']> }) {
  const { t } = useWords();
  const links = useLinks(usePageParams());
  const title = <Link href={links.entity(team.ref)}>{team.title}</Link>;
  if (team.leads.length === 0) {
    return t('people.hidden.notLed', { team: title });
  }
  return t('people.hidden.led', {
    team: title,
    leads: (
      <>
        {team.leads.map((ref, index) => (
          <Fragment key={ref}>
            {index > 0 && ', '}
            <Link href={links.entity(ref)}>
              <EntityName of={ref} />
            </Link>
          </Fragment>
        ))}
      </>
    ),
  });
}

/** Whom a list counts and does not show: how many there are, who may see them, and who leads the team. */
export function HiddenPeople(props: {
  people: People;
  /** Whether what stands beside it says which permission shows people. */
  isPermissionSaid?: boolean;
}) {
  const { people, isPermissionSaid = false } = props;
  const { t } = useWords();
  const { counted, totalItems: seen = 0, team } = people;
  const hidden = countHidden(people);
  if (hidden === 0) return null;
  return (
    <p className={`${shared.note} ${styles.some}`}>
      {typeof counted !== 'number' && t('people.hidden.unknown')}
      {typeof counted === 'number' &&
        t(seen > 0 ? 'people.hidden.some' : 'people.hidden.none', {
          count: counted,
          seen,
        })}{' '}
      {!isPermissionSaid &&
        t('people.hidden.whoMay', {
          permission: <code>{entraMfaPeopleReadPermission.name}</code>,
        })}{' '}
      {team && <Leads team={team} />}
    </p>
  );
}
