import { Link, Skeleton } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import { useRead } from '../api/useRead';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import { useParams } from '../navigation/router';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { AssessedControls } from './AssessedControls';
import { AssessmentHead } from './AssessmentHead';
import { CommentsPanel } from './CommentsPanel';
import { HandOnPanel } from './HandOnPanel';
import { PeriodPanel } from './PeriodPanel';
import { RestsOnPanel } from './RestsOnPanel';
import { StepsPanel } from './StepsPanel';

/** One assessment: what it says, what it rests on, what was asked, and every step. */
export function AssessmentView() {
  const { t } = useWords();
  const { number = '' } = useParams();
  const params = usePageParams();
  const { tenant } = params;
  const links = useLinks(params);
  const { data, error, refetch } = useRead(
    'getAssessment',
    { number },
    { tenant },
  );
  return (
    <div className={shared.stack}>
      <Link
        href={links.assessments()}
        variant="body-small"
        className={shared.back}
      >
        <RiArrowLeftLine size={14} aria-hidden /> {t('assessments.back')}
      </Link>
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <Skeleton width="100%" height={320} />}
      {data && (
        <>
          <AssessmentHead assessment={data} />
          <AssessedControls assessment={data} />
          <PeriodPanel result={data.result} />
          <RestsOnPanel assessment={data} />
          <HandOnPanel assessment={data} />
          <CommentsPanel assessment={data} />
          <StepsPanel steps={data.steps} />
        </>
      )}
    </div>
  );
}
