import { type WhatIf } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import styles from './whatif.module.css';

/** A figure in a frame of its own: the one that is shown, or one that is assumed. */
export function WhatIfFigure(props: {
  label: string;
  figure: WhatIf['shown'];
  isAssumed?: boolean;
  aside?: string;
}) {
  const { t, figureOf, targetOf } = useWords();
  const { figure, label, isAssumed = false, aside } = props;
  const { permille, short } = figure.counts.coverage;
  return (
    <div className={styles.figure} data-assumed={isAssumed}>
      <span className={styles.label}>{label}</span>
      <span>
        <strong className={styles.number}>
          {figureOf(permille) ?? t('whatIf.nobody')}
        </strong>{' '}
        {permille !== null && t(`overview.figure.${figure.basis}`)}
      </span>
      <span className={styles.hint}>
        {t('general.target', { target: targetOf(figure.targetPermille) })}
        {short > 0 && ` · ${t('overview.short', { count: short })}`}
        {aside && ` · ${aside}`}
      </span>
    </div>
  );
}
