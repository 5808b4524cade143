import { RiErrorWarningLine } from '@remixicon/react';
import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { EntityName } from '../components/EntityName';
import { PeopleLink } from '../components/PeopleLink';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './overview.module.css';

/** What deserves a second look in a rule. */
function Caution({ children }: { children: string }) {
  return (
    <div className={styles.caution}>
      <RiErrorWarningLine size={16} aria-hidden /> {children}
    </div>
  );
}

/** The rules that leave people out, each with how many, why, and who answers for it. */
export function ScopeRules({ rules }: { rules: Overview['scopeRules'] }) {
  const { t } = useWords();
  if (rules.length === 0) return null;
  return (
    <>
      <h3 className={shared.subheading}>
        {t('overview.notCounted.rules.title')}
      </h3>
      <ul className={shared.rows}>
        {rules.map(
          ({ name, owner, reason, people, privileged, groupKnown }) => (
            <li key={name}>
              <PeopleLink filter={{ scopeRule: name }}>{name}</PeopleLink>{' '}
              {t('overview.notCounted.rules.people', { count: people })}
              <div className={shared.smallLine}>
                {t('overview.notCounted.rules.owned', {
                  reason,
                  owner: <EntityName of={owner} />,
                })}
              </div>
              {privileged > 0 && (
                <Caution>
                  {t('overview.notCounted.rules.privileged', {
                    count: privileged,
                  })}
                </Caution>
              )}
              {!groupKnown && (
                <Caution>{t('overview.notCounted.rules.groupNotRead')}</Caution>
              )}
            </li>
          ),
        )}
      </ul>
    </>
  );
}
