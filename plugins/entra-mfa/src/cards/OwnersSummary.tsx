import { Link } from '@backstage/ui';
import { RiCheckboxCircleFill, RiCloseCircleFill } from '@remixicon/react';
import type {
  EntityOwners,
  OwnersFigure,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { PhoneOnlyLines } from '../components/PhoneOnlyLines';
import { useLinks } from '../navigation/useLinks';
import { titleOfRef } from '../navigation/titleOfRef';
import { useWords } from '../messages/useWords';
import { OwnersAtRisk } from './OwnersAtRisk';
import { ReadLine } from './ReadLine';
import shared from '../components/shared.module.css';
import styles from './cards.module.css';

function FirstLine(props: { owners: EntityOwners; figure: OwnersFigure }) {
  const { t } = useWords();
  const { covered, uncovered, privilegedUncovered } = props.figure;
  const counted = covered + uncovered;
  const capable = props.owners.basis === 'capable' ? 'Capable' : '';
  if (counted === 0) {
    return <p className={shared.line}>{t('services.card.nobody')}</p>;
  }
  if (uncovered === 0) {
    return (
      <p className={styles.figureLine}>
        <RiCheckboxCircleFill size={16} aria-hidden className={shared.good} />
        {t(`services.card.everyone${capable}`, { count: counted })}
      </p>
    );
  }
  return (
    <p className={styles.figureLine}>
      <RiCloseCircleFill size={16} aria-hidden className={shared.bad} />
      <strong>
        {counted === 1
          ? t(`services.card.sole${capable}`)
          : t(`services.card.uncovered${capable}`, {
              count: uncovered,
              counted,
            })}
      </strong>
      {privilegedUncovered !== null && privilegedUncovered > 0 && (
        <>
          {' · '}
          <span>
            {t('services.card.privileged', { count: privilegedUncovered })}
          </span>
        </>
      )}
    </p>
  );
}

/** What an entity's card says of its owners. */
export function OwnersSummary({ owners }: { owners: EntityOwners }) {
  const { t } = useWords();
  const links = useLinks({ tenant: owners.tenant.id });
  const { figure, freshness } = owners;
  return (
    <div className={styles.team} data-stale={freshness.stale}>
      {figure ? (
        <FirstLine owners={owners} figure={figure} />
      ) : (
        <p className={shared.line}>{t('services.card.hidden')}</p>
      )}
      {figure && figure.unknown > 0 && (
        <p className={shared.line}>
          {t('services.card.unknown', { count: figure.unknown })}
        </p>
      )}
      {figure && (
        <PhoneOnlyLines
          tenant={owners.tenant}
          people={figure.phoneOnly}
          ends={figure.phoneEnds}
          words="services.card.phoneOnly"
          className={shared.line}
        />
      )}
      {figure && figure.uncovered + figure.phoneOnly > 0 && (
        <OwnersAtRisk owners={owners} />
      )}
      <p className={shared.line}>
        {t('services.card.ownedBy')}{' '}
        {owners.owners.map(({ ref, title, found }, index) => (
          <span key={ref}>
            {index > 0 && ' · '}
            <Link href={links.entity(ref)}>{title ?? titleOfRef(ref)}</Link>
            {!found && (
              <span className={shared.smallLine}>
                {' '}
                ({t('services.card.notFound')})
              </span>
            )}
          </span>
        ))}
      </p>
      <div className={styles.foot}>
        <ReadLine freshness={freshness} />
        <Link href={links.services()} variant="body-small">
          {t('services.card.allServices')}
        </Link>
      </div>
    </div>
  );
}
