import { Link } from '@backstage/ui';
import { RiCloseCircleFill, RiSmartphoneLine } from '@remixicon/react';
import {
  entraMfaPeopleReadPermission,
  type EntityOwners,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useLinks } from '../navigation/useLinks';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './cards.module.css';

/** How many names the card shows before it says how many more there are. */
const shownNames = 8;

/** The owners who are not covered or have only a phone, by name; who may not see names is told who may. */
export function OwnersAtRisk({ owners }: { owners: EntityOwners }) {
  const { t, state, sinceOf } = useWords();
  const links = useLinks({ tenant: owners.tenant.id });
  const { figure, people, visibility, basis } = owners;
  if (visibility === 'none') {
    return (
      <p className={shared.smallLine}>
        {t('services.card.whoMay', {
          permission: <code>{entraMfaPeopleReadPermission.name}</code>,
        })}
      </p>
    );
  }
  const shown = people.slice(0, shownNames);
  const uncovered = figure ? figure.uncovered : 0;
  const listed = shown.filter(person => person.state === 'uncovered').length;
  const more = uncovered - listed;
  return (
    <div>
      <ul className={styles.names}>
        {shown.map(person => {
          const isUncovered = person.state === 'uncovered';
          const Icon = isUncovered ? RiCloseCircleFill : RiSmartphoneLine;
          const notes = [
            isUncovered
              ? state('uncovered', basis)
              : t('services.card.onlyPhone'),
            ...(person.privileged ? [t('general.privileged')] : []),
            t('cards.group.since', { date: sinceOf(person) }),
          ];
          return (
            <li key={person.id} className={styles.name}>
              <Icon
                size={14}
                aria-hidden
                className={isUncovered ? shared.bad : undefined}
              />
              <Link href={links.person(person)}>{person.displayName}</Link>
              <span className={shared.smallLine}>{notes.join(' · ')}</span>
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <p className={shared.smallLine}>
          {t('services.card.notListed', { count: more })}
        </p>
      )}
    </div>
  );
}
