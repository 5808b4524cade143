import { lazy, Suspense } from 'react';
import { ButtonLink, Skeleton } from '@backstage/ui';
import { useOverview } from '../api/useOverview';
import { ToAct } from '../mine/ToAct';
import { Route, Routes } from '../navigation/router';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { OverviewTab } from '../overview/OverviewTab';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './views.module.css';

const WhatIfPanel = lazy(() =>
  import('../whatif/WhatIfPanel').then(m => ({ default: m.WhatIfPanel })),
);

function Shown({ isWhatIf }: { isWhatIf: boolean }) {
  const { t } = useWords();
  const params = usePageParams();
  const links = useLinks(params);
  const { data } = useOverview(params);
  if (!data?.counts) return null;
  return (
    <div className={shared.stack}>
      <div className={styles.acts}>
        <ToAct overview={data} />
        <ButtonLink
          className={styles.act}
          size="small"
          variant="secondary"
          href={isWhatIf ? links.overview() : links.whatIf()}
        >
          {t(isWhatIf ? 'whatIf.close' : 'whatIf.open')}
        </ButtonLink>
      </div>
      {isWhatIf && (
        <Suspense fallback={<Skeleton width="100%" height={320} />}>
          <WhatIfPanel />
        </Suspense>
      )}
      <OverviewTab overview={data} counts={data.counts} />
    </div>
  );
}

/** The figures; and what they would be, beside them, for who asks. */
export function OverviewView() {
  return (
    <Routes>
      <Route path="what-if" element={<Shown isWhatIf />} />
      <Route path="*" element={<Shown isWhatIf={false} />} />
    </Routes>
  );
}
