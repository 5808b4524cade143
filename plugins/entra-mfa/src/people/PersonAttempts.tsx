import type { Attempt } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Moment } from '../components/Moment';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';

/** What a person registered or tried to, and why it failed; nothing where nothing was read or tried. */
export function PersonAttempts({ attempts }: { attempts: Attempt[] | null }) {
  const { t, method: methodOf, dayOf } = useWords();
  if (!attempts || attempts.length === 0) return null;
  const textOf = ({ feature, method, success, reason }: Attempt) => {
    const words = { method: methodOf(method), reason: reason ?? '' };
    if (success) return t(`attempts.${feature}.success`, words);
    return reason === null
      ? t(`attempts.${feature}.failure`, words)
      : t(`attempts.${feature}.because`, words);
  };
  return (
    <Panel title={t('attempts.title')}>
      <ul className={shared.lines}>
        {attempts.map((attempt, index) => (
          <li key={index}>
            {textOf(attempt)}{' '}
            <span className={shared.smallLine}>
              <Moment iso={attempt.at}>{dayOf(attempt.at)}</Moment>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
