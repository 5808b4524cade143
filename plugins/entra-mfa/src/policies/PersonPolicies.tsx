import type {
  Asked,
  AskedLevel,
  PolicyVerdict,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { useLimits } from './useLimits';
import styles from './policies.module.css';

/** How a person is asked for MFA, and by which policies as far as the reader may know them. */
export function PersonPolicies({ asked }: { asked: Asked | null }) {
  const { t } = useWords();
  const limitsOf = useLimits();
  if (!asked) return null;
  const level = (of: AskedLevel | null) =>
    of === null
      ? t('policies.person.notKnown')
      : t(`policies.person.now.${of}`);
  const verdict = ({ applies, excluded, reportOnly }: PolicyVerdict) => {
    if (excluded) return t('policies.person.excluded');
    if (applies === null) return t('policies.person.mayApply');
    return t(
      reportOnly ? 'policies.person.reports' : 'policies.person.applies',
    );
  };
  const strengthOf = ({
    strength,
    strengthDemands: demands,
    satisfied,
    excluded,
  }: PolicyVerdict) => {
    if (strength === null) return [];
    if (excluded) return [strength];
    const isSatisfied = satisfied ? 'satisfied' : 'notSatisfied';
    return [
      demands
        ? `${strength} (${t(`policies.person.strength.${camel(demands)}`)})`
        : strength,
      t(`policies.person.${satisfied === null ? 'maySatisfy' : isSatisfied}`),
    ];
  };
  return (
    <Panel title={t('policies.person.title')}>
      <dl className={styles.levels}>
        <dt>{t('policies.person.isAsked')}</dt>
        <dd>{level(asked.now)}</dd>
        {asked.withReportOnly !== asked.now && (
          <>
            <dt>{t('policies.person.withReportOnly')}</dt>
            <dd>{level(asked.withReportOnly)}</dd>
          </>
        )}
      </dl>
      {asked.securityDefaults && <p>{t('policies.person.byDefaults')}</p>}
      {asked.policies && !asked.securityDefaults && (
        <>
          {asked.policies.length === 0 && <p>{t('policies.person.none')}</p>}
          <ul className={shared.lines}>
            {asked.policies.map(policy => (
              <li key={policy.id}>
                {policy.name}{' '}
                <span className={styles.note}>
                  {[
                    verdict(policy),
                    policy.reportOnly && t('policies.reportOnly'),
                    ...strengthOf(policy),
                    limitsOf(policy.limits),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.note}>{t('policies.limits')}</p>
    </Panel>
  );
}
