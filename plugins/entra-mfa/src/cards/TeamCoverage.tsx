import { Link } from '@backstage/ui';
import { TeamLost } from '../changes/TeamLost';
import { CoverageBar } from '../components/CoverageBar';
import { ForecastText } from '../components/ForecastText';
import { PhoneOnlyLines } from '../components/PhoneOnlyLines';
import { StrengthBar } from '../components/StrengthBar';
import { inScope } from '../navigation/filterValues';
import { useLinks } from '../navigation/useLinks';
import { TeamReach } from '../services/TeamReach';
import type { ShownTeam } from '../teams/shownTeam';
import { TeamTenants } from '../teams/TeamTenants';
import { useWords } from '../messages/useWords';
import { Course } from './Course';
import { ListLink } from './ListLink';
import { NextActs } from './NextActs';
import { ReadLine } from './ReadLine';
import { SubTeams } from './SubTeams';
import { TeamAtRisk } from './TeamAtRisk';
import { TeamAttempts } from './TeamAttempts';
import { TeamExceptions } from './TeamExceptions';
import { TeamFigure } from './TeamFigure';
import { UncoveredPeople } from './UncoveredPeople';
import shared from '../components/shared.module.css';
import styles from './cards.module.css';

/** What a team's card says of a team that has people. */
export function TeamCoverage({ team }: { team: ShownTeam }) {
  const { t, figureOf, targetOf } = useWords();
  const links = useLinks({ tenant: team.tenant.id });
  const { coverage, targetPermille, freshness, phoneOnly, counts } = team;
  const counted = coverage.covered + coverage.uncovered;
  const target = t('general.target', { target: targetOf(targetPermille) });
  const everyone = counted > 0 && coverage.uncovered === 0;
  return (
    <div className={styles.team} data-stale={freshness.stale}>
      <TeamFigure team={team} target={target} />
      {counted > 0 && !everyone && (
        <CoverageBar
          figure={coverage}
          targetPermille={targetPermille}
          label={t('cards.group.label', {
            title: team.title,
            figure: figureOf(coverage.permille) ?? '',
            target,
          })}
        />
      )}
      {counted > 0 && !everyone && <Course of={team} />}
      {everyone && <StrengthBar counts={counts.tiers} noTier={counts.noTier} />}
      {coverage.uncovered > 0 && <UncoveredPeople team={team} />}
      <TeamAtRisk team={team} />
      <NextActs team={team} />
      <TeamAttempts team={team} />
      {counted > 0 && team.unknown > 0 && (
        <p className={shared.line}>
          <ListLink
            team={team}
            filter={{ state: 'unknown' }}
            count={team.unknown}
          >
            {t('cards.group.unknown', { count: team.unknown })}
          </ListLink>
        </p>
      )}
      <PhoneOnlyLines
        tenant={team.tenant}
        people={phoneOnly}
        ends={team.phoneEnds}
        words={everyone ? 'cards.group.onlyPhone' : 'cards.group.phoneOnly'}
        className={shared.line}
        href={
          team.names === 'visible'
            ? links.people({
                team: team.ref,
                mark: 'phone-only',
                state: inScope,
              })
            : undefined
        }
      />
      {team.forecast && counted > 0 && !everyone && (
        <ForecastText
          className={shared.smallLine}
          forecast={team.forecast}
          targetPermille={targetPermille}
        />
      )}
      <TeamLost team={team} />
      <TeamExceptions team={team} />
      {team.people > 0 && <TeamReach tenant={team.tenant.id} team={team.ref} />}
      <SubTeams team={team} />
      <TeamTenants team={team} />
      <div className={styles.foot}>
        <ReadLine freshness={freshness} />
        {team.people > 0 && (
          <span className={styles.links}>
            {team.names === 'visible' && (
              <Link
                href={links.people({ team: team.ref })}
                variant="body-small"
              >
                {t('cards.group.seeAll')}
              </Link>
            )}
            <Link
              href={team.tenant.securityInfoUrl}
              target="_blank"
              variant="body-small"
            >
              {t('cards.group.howTo')}
            </Link>
          </span>
        )}
      </div>
    </div>
  );
}
