import type { PropsWithChildren } from 'react';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EntraMfaProvider } from '../api/EntraMfaProvider';
import { EntityCard } from '../components/EntityCard';
import { useWords } from '../messages/useWords';
import { KpiContent } from './KpiContent';
import { kpiAnnotation } from './KpiOptions';
import { readKpiAnnotation } from './readKpi';
import cards from '../cards/cards.module.css';

function Framed({ children }: PropsWithChildren<{}>) {
  const { t } = useWords();
  return (
    <EntityCard title={t('cards.kpi.title')} className={cards.card}>
      {children}
    </EntityCard>
  );
}

function KpiCard() {
  const { t } = useWords();
  const value = useEntity().entity.metadata.annotations?.[kpiAnnotation];
  return value === undefined ? null : (
    <KpiContent
      read={readKpiAnnotation(value)}
      how={t('cards.kpi.howAnnotation', { annotation: kpiAnnotation })}
      frame={Framed}
      isQuiet
    />
  );
}

/**
 * The card of an entity that is annotated with `entra-mfa/kpi`: the figure of the team, or of the
 * organization, that the annotation names.
 *
 * @public
 */
export function EntityEntraMfaKpiCard() {
  return (
    <EntraMfaProvider>
      <KpiCard />
    </EntraMfaProvider>
  );
}
