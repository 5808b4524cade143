import { Link } from '@backstage/ui';
import { RiCheckboxCircleFill, RiCloseCircleFill } from '@remixicon/react';
import { Course } from '../cards/Course';
import { ReadLine } from '../cards/ReadLine';
import { Donut } from '../components/Donut';
import { useLinks } from '../navigation/useLinks';
import { useNavigate } from '../navigation/router';
import { useWords } from '../messages/useWords';
import type { Kpi } from './Kpi';
import type { KpiView } from './KpiOptions';
import shared from '../components/shared.module.css';
import styles from './kpi.module.css';

const states = ['covered', 'uncovered'] as const;

/** Whether the target is met; on old figures it is neither met nor missed. */
function Verdict({ kpi }: { kpi: Kpi }) {
  const { t, targetOf } = useWords();
  const { coverage, targetPermille, freshness } = kpi;
  const { short } = coverage;
  const met = freshness.stale ? null : coverage.met;
  return (
    <p className={styles.verdict}>
      {met === true && (
        <RiCheckboxCircleFill size={16} aria-hidden className={shared.good} />
      )}
      {met === false && (
        <RiCloseCircleFill size={16} aria-hidden className={shared.bad} />
      )}
      <span className={shared.quiet}>
        {t('general.target', { target: targetOf(targetPermille) })}
      </span>
      {short > 0 && <strong>{t('overview.short', { count: short })}</strong>}
      {short === 0 && met && <strong>{t('overview.met')}</strong>}
    </p>
  );
}

function Figure({ kpi }: { kpi: Kpi }) {
  const { t, figureOf } = useWords();
  return (
    <p className={styles.first}>
      <span className={styles.figure}>{figureOf(kpi.coverage.permille)}</span>{' '}
      <span className={styles.noun}>{t(`overview.figure.${kpi.basis}`)}</span>
    </p>
  );
}

/** Where the people of a state are listed; undefined for who may not see them. */
function usePeopleOf({ team, tenant, opensPeople }: Kpi) {
  const links = useLinks({ tenant: tenant?.id });
  return (state: (typeof states)[number]) =>
    opensPeople ? links.people({ team: team?.ref, state }) : undefined;
}

function Shares({ kpi }: { kpi: Kpi }) {
  const { t, count, state, figureOf } = useWords();
  const navigate = useNavigate();
  const peopleOf = usePeopleOf(kpi);
  const parts = states.map(key => {
    const href = peopleOf(key);
    const label = state(key, kpi.basis);
    const value = kpi.coverage[key];
    return {
      key,
      href,
      label,
      count: value,
      color: `var(--emfa-${key})`,
      hint: t(`overview.registered.${href ? 'hint' : 'part'}`, {
        state: label,
        value,
      }),
      onOpen: href ? () => navigate(href) : undefined,
    };
  });
  return (
    <div className={styles.donut}>
      <Donut parts={parts.filter(part => part.count > 0)}>
        <strong>{figureOf(kpi.coverage.permille)}</strong>
      </Donut>
      <ul className={shared.lines}>
        {parts.map(({ key, href, label, count: value, color }) => (
          <li key={key} className={shared.label}>
            <span
              className={shared.swatch}
              style={{ background: color }}
              aria-hidden
            />
            <strong className={styles.count}>{count(value)}</strong>
            {href && value > 0 ? <Link href={href}>{label}</Link> : label}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A figure against its target, as the chosen view shows it: of whom, whether it is met, and how fresh. */
export function KpiFigure({ kpi, show }: { kpi: Kpi; show: KpiView }) {
  const { t } = useWords();
  const { coverage, freshness, team, tenant } = kpi;
  const links = useLinks({ tenant: tenant?.id });
  const counted = coverage.covered + coverage.uncovered;
  return (
    <div className={styles.kpi} data-stale={freshness.stale}>
      <p className={shared.line}>
        <Link href={team ? links.entity(team.ref) : links.page()}>
          {team?.title ?? tenant?.name}
        </Link>
      </p>
      {counted === 0 && (
        <p className={shared.line}>{t('overview.sentence.nobody')}</p>
      )}
      {counted > 0 && (
        <>
          {show === 'donut' ? <Shares kpi={kpi} /> : <Figure kpi={kpi} />}
          <Verdict kpi={kpi} />
          {show === 'figure' && (
            <p className={shared.smallLine}>
              {t(`cards.kpi.counted.${kpi.basis}`, {
                covered: coverage.covered,
                counted,
              })}
            </p>
          )}
          {show === 'trend' && <Course of={kpi} />}
        </>
      )}
      <ReadLine freshness={freshness} />
    </div>
  );
}
