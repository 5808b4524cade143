import type { CoverageFigure } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { CoverageBar } from '../components/CoverageBar';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import styles from './teams.module.css';

/** A coverage with its bar, in a cell of a table; in words where nobody is counted. */
export function CoverageCell({
  coverage,
  targetPermille,
}: {
  coverage: CoverageFigure;
  targetPermille: number;
}) {
  const { t, figureOf, targetOf } = useWords();
  const figure = figureOf(coverage.permille) ?? t('teams.nobody');
  return (
    <span className={styles.figureAndBar}>
      <span className={shared.number}>{figure}</span>
      <CoverageBar
        figure={coverage}
        targetPermille={targetPermille}
        label={`${figure}, ${t('general.target', {
          target: targetOf(targetPermille),
        })}`}
      />
    </span>
  );
}
