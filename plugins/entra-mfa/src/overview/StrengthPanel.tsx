import { Link } from '@backstage/ui';
import { phoneDeliveryEnds } from 'backstage-plugin-entra-mfa-common';
import { Panel } from '../figures/Panel';
import { StrengthBar } from '../figures/StrengthBar';
import { useNow } from '../figures/useNow';
import { useLinks } from '../page/useLinks';
import { usePageParams } from '../page/usePageParams';
import { dayOf } from '../words/time';
import { useWords } from '../words/useWords';
import type { OverviewPartProps } from './OverviewTab';
import styles from './overview.module.css';

const inScope = 'covered,uncovered,unknown,exempt';

function PhoneOnly(props: { people: number; href: string }) {
  const { t } = useWords();
  const now = useNow();
  const days = Math.floor((Date.parse(phoneDeliveryEnds) - now) / 86_400_000);
  return (
    <p className={styles.note}>
      <Link href={props.href} variant="body-small">
        {t('overview.strength.phoneOnly', {
          count: props.people,
          date: dayOf(phoneDeliveryEnds),
        })}
        {days > 0 && ` (${t('overview.strength.inDays', { count: days })})`}
      </Link>
    </p>
  );
}

/** How strong: everyone in scope by their one tier, and the privileged where roles are read. */
export function StrengthPanel({ overview, counts }: OverviewPartProps) {
  const { t } = useWords();
  const links = useLinks(usePageParams());
  const phoneOnly = counts.marks['phone-only'] ?? 0;
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
            hrefOf={tier => links.people({ tier, state: inScope })}
          />
        </dd>
        {overview.privileged && (
          <>
            <dt>{t('overview.strength.privileged')}</dt>
            <dd>
              <StrengthBar
                counts={overview.privileged.tiers}
                noTier={overview.privileged.noTier}
                hrefOf={tier =>
                  links.people({ tier, state: inScope, privileged: 'true' })
                }
              />
            </dd>
          </>
        )}
      </dl>
      {phoneOnly > 0 && (
        <PhoneOnly
          people={phoneOnly}
          href={links.people({ mark: 'phone-only', state: inScope })}
        />
      )}
    </Panel>
  );
}
