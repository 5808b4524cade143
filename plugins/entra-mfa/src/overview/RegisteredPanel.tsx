import { inScope } from '../navigation/filterValues';
import { useNavigate } from '../navigation/router';
import { useSeesPeople } from '../api/useSeesPeople';
import { Donut } from '../components/Donut';
import { Panel } from '../components/Panel';
import { PeopleLink } from '../components/PeopleLink';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import type { OverviewPartProps } from './OverviewPartProps';
import { UnknownReasons } from './UnknownReasons';
import shared from '../components/shared.module.css';
import styles from './overview.module.css';

/** Covered and uncovered people as a donut and as links, with both bases side by side. */
export function RegisteredPanel({ overview, counts }: OverviewPartProps) {
  const { t, count, state, figureOf } = useWords();
  const navigate = useNavigate();
  const links = useLinks(usePageParams());
  const seesPeople = useSeesPeople();
  const { coverage, bases } = counts;
  const parts = (['covered', 'uncovered'] as const).map(key => ({
    key,
    label: state(key, overview.basis),
    count: coverage[key],
    color: `var(--emfa-${key})`,
    hint: t(`overview.registered.${seesPeople ? 'hint' : 'part'}`, {
      state: state(key, overview.basis),
      value: coverage[key],
    }),
    onOpen: seesPeople
      ? () => navigate(links.people({ state: key }))
      : undefined,
  }));
  const other = overview.basis === 'registered' ? 'capable' : 'registered';
  return (
    <Panel title={t(`overview.registered.title.${overview.basis}`)}>
      <div className={styles.donut}>
        <Donut parts={parts.filter(part => part.count > 0)}>
          <strong>{figureOf(coverage.permille)}</strong>
        </Donut>
        <ul className={styles.plain}>
          {parts.map(part => (
            <li key={part.key} className={styles.donutPart}>
              <span
                className={shared.swatch}
                style={{ background: part.color }}
                aria-hidden
              />
              <strong className={styles.big}>{count(part.count)}</strong>
              <PeopleLink filter={{ state: part.key }}>{part.label}</PeopleLink>
            </li>
          ))}
          <li className={shared.small}>
            {other === 'capable' && overview.freshness.fromMethods
              ? t('overview.fromMethods.capable')
              : t(`overview.registered.${other}Line`, {
                  figure: figureOf(bases[other].permille) ?? '',
                  covered: bases[other].covered,
                  counted: bases[other].covered + bases[other].uncovered,
                })}
          </li>
          {overview.cis && (
            <li className={shared.small}>
              {t('roles.cis.lineOf', {
                figure: figureOf(overview.cis.permille) ?? '',
                capable: overview.cis.capable,
                members: overview.cis.members,
              })}
            </li>
          )}
          <UnknownReasons counts={counts} />
          {counts.registeredNotCapable > 0 && (
            <li className={shared.small}>
              <PeopleLink
                small
                filter={{ mark: 'registered-not-capable', state: inScope }}
              >
                {t('overview.registered.notAllowed', {
                  value: counts.registeredNotCapable,
                })}
              </PeopleLink>
            </li>
          )}
        </ul>
      </div>
    </Panel>
  );
}
