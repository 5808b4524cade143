import { usePageParams } from '../navigation/usePageParams';
import { useReviews } from '../reviews/useReviews';
import { LoadingState } from '../states/LoadingState';
import { useWords } from '../messages/useWords';
import { TabbedViews, useSegment } from './TabbedViews';
import type { TabView } from './TabView';
import { useOnlyAudits } from './useOnlyAudits';

/**
 * What shows that people are looked after. Reviews are for who conducts them, or sees somebody in one; who may only
 * audit sees assessments alone.
 */
export function ComplianceView(props: {
  base: string;
  tabs: readonly TabView[];
}) {
  const { base, tabs } = props;
  const { t } = useWords();
  const segment = useSegment(base);
  const { data: first, isPending } = useReviews(usePageParams().tenant);
  const onlyAudits = useOnlyAudits();
  const hasReviews = first && (first.mayConduct || first.items.length > 0);
  const isShown = ({ id, path }: TabView) =>
    onlyAudits
      ? id === 'assessments'
      : id !== 'reviews' || hasReviews || segment === path;
  // Which tab is the first is not known yet.
  if (!segment && isPending) return <LoadingState />;
  return (
    <TabbedViews
      label={t('overview.tabs.compliance')}
      base={base}
      tabs={tabs.filter(isShown)}
    />
  );
}
