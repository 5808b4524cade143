import { Link } from '@backstage/ui';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { useBreakGlass } from './useBreakGlass';
import shared from '../components/shared.module.css';

/** A line on the overview while the register of break-glass accounts has findings. */
export function BreakGlassNote() {
  const { t } = useWords();
  const params = usePageParams();
  const links = useLinks(params);
  const { data } = useBreakGlass(params);
  if (!data || data.findings.length === 0) return null;
  return (
    <p className={shared.note}>
      <Link href={links.breakGlass()} variant="body-small">
        {t('breakGlass.title')}
      </Link>
      {': '}
      {data.findings
        .map(({ code, count }) =>
          t(`breakGlass.finding.${camel(code)}`, {
            value: count,
            configured: data.configured,
          }),
        )
        .join(' ')}
    </p>
  );
}
