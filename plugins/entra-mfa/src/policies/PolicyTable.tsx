import type { Asking } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { useLimits } from './useLimits';
import { useTargets } from './useTargets';
import styles from './policies.module.css';

type Policy = NonNullable<Asking['list']>[number];

/** Each policy with MFA: whom it asks, whom it leaves out, and when. */
export function PolicyTable({ policies }: { policies: readonly Policy[] }) {
  const { t, method } = useWords();
  const limitsOf = useLimits();
  const peopleOf = useTargets();
  return (
    <details className={styles.list}>
      <summary>{t('policies.list')}</summary>
      <DataTable
        label={t('policies.list')}
        columns={[
          { label: t('policies.policy') },
          { label: t('policies.state') },
          { label: t('policies.demands') },
          { label: t('policies.include') },
          { label: t('policies.exclude') },
          { label: t('policies.when') },
        ]}
      >
        {policies.map(policy => (
          <tr key={policy.id}>
            <th scope="row">{policy.name}</th>
            <td>
              {t(
                policy.reportOnly ? 'policies.reportOnly' : 'policies.inForce',
              )}
            </td>
            <td>
              {policy.strength ?? t('policies.mfa')}
              {policy.strengthDemands && (
                <div className={styles.note}>
                  {t(`policies.strength.${camel(policy.strengthDemands)}`, {
                    methods: (policy.strengthMethods ?? [])
                      .map(method)
                      .join(', '),
                  })}
                </div>
              )}
            </td>
            <td>{peopleOf(policy.include) || t('policies.nobody')}</td>
            <td>{peopleOf(policy.exclude) || '–'}</td>
            <td>{limitsOf(policy.limits)}</td>
          </tr>
        ))}
      </DataTable>
    </details>
  );
}
