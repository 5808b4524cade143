import { Button, Link } from '@backstage/ui';
import type { TeamSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useBasis } from '../api/useBasis';
import { CoverageBar } from '../components/CoverageBar';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import type { PageParams } from '../navigation/usePageParams';
import { isShown, type ShownTeam } from '../teams/shownTeam';
import { useMine } from './useMine';
import { useStored } from '../api/useStored';
import shared from '../components/shared.module.css';
import styles from './mine.module.css';

function Figures(props: { team: ShownTeam<TeamSummary>; keep: PageParams }) {
  const { team, keep } = props;
  const { t, state, figureOf, targetOf } = useWords();
  const links = useLinks(keep);
  const basis = useBasis();
  const { covered, uncovered, permille, short } = team.coverage;
  const figure = figureOf(permille);
  const target = t('general.target', {
    target: targetOf(team.targetPermille),
  });
  if (figure === null) {
    return <span className={shared.quiet}>{t('teams.nobody')}</span>;
  }
  const gap = t('mine.teams.gap', {
    uncovered,
    counted: covered + uncovered,
    state: state('uncovered', basis),
  });
  return (
    <>
      <span>
        {uncovered > 0 ? (
          <Link href={links.people({ state: 'uncovered', team: team.ref })}>
            {gap}
          </Link>
        ) : (
          gap
        )}
      </span>
      <span className={styles.figure}>
        <span className={shared.number}>{figure}</span>
        <CoverageBar
          figure={team.coverage}
          targetPermille={team.targetPermille}
          label={`${figure}, ${target}`}
        />
      </span>
      <span className={shared.small}>
        {target}
        {short > 0 && ` · ${t('overview.short', { count: short })}`}
        {team.coverage.met && ` · ${t('overview.met')}`}
      </span>
    </>
  );
}

function Rows(props: { teams: readonly TeamSummary[]; keep: PageParams }) {
  const { teams, keep } = props;
  const { t } = useWords();
  const links = useLinks(keep);
  return (
    <ul className={styles.teams}>
      {teams.map(team => (
        <li key={team.ref} className={styles.team}>
          <span className={styles.title}>
            <Link href={links.entity(team.ref)}>
              <strong>{team.title}</strong>
            </Link>
            {team.subTeams > 0 && (
              <span className={shared.small}>
                {t('mine.teams.subTeams', { count: team.subTeams })}
              </span>
            )}
          </span>
          {isShown(team) ? (
            <Figures team={team} keep={keep} />
          ) : (
            <span className={shared.quiet}>{t('teams.hidden')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/**
 * The teams that the reader leads, with their sub-teams, above those of everybody. Nothing for who leads
 * none. Who sees everybody may put them away, which the portal keeps.
 */
export function MyTeams({ tenant, at }: PageParams) {
  const { t } = useWords();
  const [isOpen, setOpen] = useStored<boolean>('my-teams', true);
  const { data } = useMine({ tenant, at });
  if (!data || data.teams.length === 0) return null;
  const mayClose = data.visibility === 'all';
  const title = t('mine.teams.title', { count: data.teams.length });
  if (mayClose && !isOpen) {
    return (
      <div className={styles.closed}>
        <Button size="small" variant="tertiary" onPress={() => setOpen(true)}>
          {t('mine.teams.show')}
        </Button>
      </div>
    );
  }
  return (
    <Panel
      title={title}
      aside={
        mayClose && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setOpen(false)}
          >
            {t('mine.teams.hide')}
          </Button>
        )
      }
    >
      <Rows teams={data.teams} keep={{ tenant, at }} />
    </Panel>
  );
}

/** The same in a small place, without a frame. */
export function MyTeamsBrief() {
  const { t } = useWords();
  const { data } = useMine({});
  if (!data || data.teams.length === 0) return null;
  return (
    <section
      className={styles.brief}
      aria-label={t('mine.teams.title', { count: data.teams.length })}
    >
      <Rows teams={data.teams.slice(0, 3)} keep={{}} />
    </section>
  );
}
