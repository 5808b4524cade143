import type {
  PersonRisk as Risk,
  RiskDetection,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import { camel } from '../messages/camel';
import { english } from '../messages/english';
import { useWords, type Words } from '../messages/useWords';

type RiskType = keyof typeof english.risk.type;

const isKnownType = (type: string): type is RiskType =>
  Object.hasOwn(english.risk.type, type);

/** How a person is at risk, and what made them so; nothing where nothing was read, or there is nothing. */
export function PersonRisk({ risk }: { risk: Risk | null }) {
  const words = useWords();
  const { t, dayOf } = words;
  if (!risk || (!risk.now && !risk.detections?.length)) return null;
  const { now, isRead, detections } = risk;
  return (
    <Panel title={t('risk.title')}>
      <p className={shared.line}>
        {now ? (
          <>
            {withLevel(
              words,
              t(
                now.state === 'compromised'
                  ? 'risk.now.compromised'
                  : 'risk.now.atRisk',
              ),
              now.level,
            )}{' '}
            {now.day && (
              <span className={shared.smallLine}>
                {t('risk.since', { date: dayOf(now.day) })}
              </span>
            )}
          </>
        ) : (
          t(isRead ? 'risk.none' : 'risk.notRead')
        )}
      </p>
      {detections && detections.length > 0 && (
        <ul className={shared.lines} aria-label={t('risk.detections')}>
          {detections.map(({ type, level, state, day }, index) => (
            <li key={index}>
              {withLevel(
                words,
                isKnownType(type) ? t(`risk.type.${type}`) : type,
                level,
              )}{' '}
              <span className={shared.smallLine}>
                {dayOf(day)}
                {state && ` · ${t(`risk.state.${camel(state)}`)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function withLevel(
  { t }: Words,
  risk: string,
  level: RiskDetection['level'],
): string {
  return level
    ? t('risk.withLevel', { risk, level: t(`risk.level.${level}`) })
    : risk;
}
