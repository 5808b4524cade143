import type { AllowedMethods } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import styles from './policies.module.css';

/** Which of a person's methods the policy allows, and whether that is why they are not capable; nothing where all are. */
export function PersonMethods({ allowed }: { allowed: AllowedMethods | null }) {
  const { t, method } = useWords();
  if (!allowed) return null;
  const { methods, migration, isWhyNotCapable: isWhy } = allowed;
  const isWell = methods.every(({ verdict }) =>
    ['allowed', 'elsewhere'].includes(verdict),
  );
  if (isWell && isWhy === undefined) return null;
  const why = isWhy ? t('methodsPolicy.person.isWhy') : undefined;
  const whyNot =
    isWhy === false
      ? t('methodsPolicy.person.isNotWhy')
      : t('methodsPolicy.person.mayBeWhy');
  return (
    <Panel title={t('methodsPolicy.person.title')}>
      {isWhy !== undefined && <p className={shared.line}>{why ?? whyNot}</p>}
      <ul className={shared.lines}>
        {methods.map(({ method: name, verdict }) => (
          <li key={name}>
            {method(name)}{' '}
            <span className={styles.note}>
              {t(`methodsPolicy.person.verdict.${camel(verdict)}`)}
            </span>
          </li>
        ))}
      </ul>
      {migration && migration !== 'complete' && (
        <p className={styles.note}>
          {t(`methodsPolicy.migration.${camel(migration)}`)}
        </p>
      )}
    </Panel>
  );
}
