import type { CoverageFigure } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import styles from './CoverageBar.module.css';

/** Coverage as a bar, with a line where the target is. A set of nobody has an empty bar. */
export function CoverageBar(props: {
  figure: CoverageFigure;
  targetPermille: number;
  label: string;
}) {
  const { figure, targetPermille, label } = props;
  return (
    <div className={styles.bar} role="img" aria-label={label}>
      <div
        className={styles.covered}
        style={{ width: `${(figure.permille ?? 0) / 10}%` }}
      />
      {figure.permille !== null && (
        <div
          className={styles.target}
          style={{ left: `${targetPermille / 10}%` }}
        />
      )}
    </div>
  );
}
