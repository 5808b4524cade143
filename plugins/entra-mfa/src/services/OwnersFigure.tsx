import { RiCheckboxCircleFill, RiCloseCircleFill } from '@remixicon/react';
import type { Service } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './services.module.css';

/** How many owners are not covered, of those who count: a sign and its words. */
export function OwnersFigure({ owners }: Pick<Service, 'owners'>) {
  const { t } = useWords();
  if (!owners) {
    return <span className={shared.quiet}>{t('services.hidden')}</span>;
  }
  const { covered, uncovered, unknown } = owners;
  const counted = covered + uncovered;
  const Icon = uncovered > 0 ? RiCloseCircleFill : RiCheckboxCircleFill;
  return (
    <>
      {counted > 0 ? (
        <span className={shared.label}>
          <Icon
            size={14}
            aria-hidden
            className={uncovered > 0 ? shared.bad : shared.good}
          />
          {t('services.ofOwners', { uncovered, counted })}
        </span>
      ) : (
        <span className={shared.quiet} title={t('services.nobodyHint')}>
          {t('services.nobody')}
        </span>
      )}
      {unknown > 0 && (
        <span className={styles.beside}>
          {t('services.notKnown', { count: unknown })}
        </span>
      )}
    </>
  );
}
