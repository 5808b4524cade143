import type { Assessment } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { EntityName } from '../components/EntityName';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import styles from './assessments.module.css';

/** Every step that was taken, by whom and when, the newest first. */
export function StepsPanel({ steps }: Pick<Assessment, 'steps'>) {
  const { t, momentOf } = useWords();
  return (
    <Panel title={t('assessments.steps.title')}>
      <ol className={shared.rows} reversed>
        {[...steps].reverse().map(({ step, kind, by, at, note, ...other }) => (
          <li key={step} className={styles.comment}>
            <strong>
              {t(`assessments.steps.${kind}`, {
                number: String(other.supersededBy),
              })}
            </strong>{' '}
            <span className={shared.small}>
              {t('assessments.steps.by', {
                user: <EntityName of={by} />,
                moment: momentOf(at),
              })}
            </span>
            {note && <p className={styles.text}>{note}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
