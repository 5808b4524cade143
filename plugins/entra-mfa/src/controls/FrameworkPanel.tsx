import { Link, Select } from '@backstage/ui';
import type {
  ControlDay,
  ControlStatus,
  Controls,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import { Sparkline } from '../components/Sparkline';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { ControlStatusLabel } from './ControlStatusLabel';
import shared from '../components/shared.module.css';
import styles from './controls.module.css';

const ALL = 1000;
const DAY = 24 * 3_600_000;

const statuses = [
  ['met', 'met'],
  ['not-met', 'notMet'],
  ['not-evaluated', 'notEvaluated'],
  ['stale', 'stale'],
  ['disabled', 'disabled'],
] as const satisfies readonly (readonly [ControlDay, string])[];

/** Met of those in scope on each day that had data, in a line. */
function History({ controls, now }: { controls: Controls; now: number }) {
  const { t, figureOf } = useWords();
  const { days, history } = controls;
  if (!days) return null;
  const begin = Date.parse(days.from);
  const points = history.flatMap(({ met, inScope, stale }, index) =>
    inScope > stale
      ? [
          {
            time: begin + index * DAY,
            permille: Math.floor((met * ALL) / inScope),
          },
        ]
      : [],
  );
  // Two points make a line.
  if (points.length < 2) return null;
  return (
    <div className={styles.spark}>
      <Sparkline
        points={points}
        targetPermille={ALL}
        label={t('controls.coverageLabel', {
          count: history.length,
          figure: figureOf(now) ?? '',
        })}
      />
    </div>
  );
}

function Changed({ controls }: { controls: Controls }) {
  const { t } = useWords();
  const { changed } = controls;
  if (changed === null) return null;
  const word = (status: ControlStatus | null) =>
    t(`controls.status.${camel(status ?? 'no-data')}`);
  const nowOf = (id: string) =>
    controls.controls.find(control => control.id === id)?.status ?? null;
  return changed.length === 0 ? (
    <p className={shared.smallLine}>{t('controls.changed.none')}</p>
  ) : (
    <div>
      <h3 className={shared.subheading}>{t('controls.changed.title')}</h3>
      <ul className={shared.lines}>
        {changed.map(({ id, before }) => (
          <li key={id} className={shared.small}>
            {t('controls.changed.one', {
              id,
              before: word(before),
              now: word(nowOf(id)),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where the controls of a framework stand, how that went, and the way to the other frameworks. */
export function FrameworkPanel(props: {
  controls: Controls;
  onChange: (framework: string) => void;
}) {
  const { controls, onChange } = props;
  const { t, figureOf } = useWords();
  const framework = controls.frameworks.find(
    ({ id }) => id === controls.framework,
  )!;
  const { counts, link } = framework;
  const evaluated = counts.met + counts.notMet;
  const permille =
    counts.inScope > 0 ? Math.floor((counts.met * ALL) / counts.inScope) : null;
  return (
    <Panel
      title={framework.name}
      aside={
        <Select
          size="small"
          className={styles.picker}
          aria-label={t('controls.framework')}
          options={controls.frameworks.map(one => ({
            value: one.id,
            label: one.name,
          }))}
          value={framework.id}
          onChange={value => onChange(String(value))}
        />
      }
    >
      <div className={styles.head}>
        <div className={styles.figure}>
          <p className={styles.headline}>
            {evaluated > 0
              ? t('controls.met', { met: counts.met, evaluated })
              : t('controls.none')}
          </p>
          <ul className={styles.counts}>
            {statuses
              .filter(([, key]) => counts[key] > 0)
              .map(([status, key]) => (
                <li key={status}>
                  <ControlStatusLabel status={status} count={counts[key]} />
                </li>
              ))}
          </ul>
          {permille !== null && (
            <p className={shared.smallLine}>
              {t('controls.coverage', {
                figure: figureOf(permille) ?? '',
                value: counts.inScope,
              })}
            </p>
          )}
        </div>
        <History controls={controls} now={permille ?? 0} />
        <Changed controls={controls} />
      </div>
      {controls.staleCauses.length > 0 && (
        <p className={styles.stale}>{t('controls.stale')}</p>
      )}
      <p className={shared.note}>
        {t('controls.note')}{' '}
        {link && (
          <Link href={link} target="_blank" variant="body-small">
            {t('controls.text')}
          </Link>
        )}
      </p>
    </Panel>
  );
}
