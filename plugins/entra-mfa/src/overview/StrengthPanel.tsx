import { Panel } from '../components/Panel';
import { StrengthBar } from '../components/StrengthBar';
import { inScope } from '../navigation/filterValues';
import { useWords } from '../messages/useWords';
import type { OverviewPartProps } from './OverviewPartProps';
import { PrivilegedNotes } from './PrivilegedNotes';
import styles from './overview.module.css';

/** How strong: everyone in scope by their one tier, and the privileged where roles are read. */
export function StrengthPanel({ overview, counts }: OverviewPartProps) {
  const { t } = useWords();
  return (
    <Panel
      title={t('overview.strength.title')}
      aside={t('overview.strength.note')}
    >
      <dl className={styles.strength}>
        <dt>{t('overview.strength.everyone')}</dt>
        <dd>
          <StrengthBar
            counts={counts.tiers}
            noTier={counts.noTier}
            filterOf={tier => ({ tier, state: inScope })}
          />
        </dd>
        {overview.privileged && (
          <>
            <dt>{t('overview.strength.privileged')}</dt>
            <dd>
              <StrengthBar
                counts={overview.privileged.tiers}
                noTier={overview.privileged.noTier}
                filterOf={tier => ({
                  tier,
                  state: inScope,
                  privileged: 'true',
                })}
              />
            </dd>
          </>
        )}
      </dl>
      <PrivilegedNotes overview={overview} />
    </Panel>
  );
}
