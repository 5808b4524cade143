import type { PropsWithChildren } from 'react';
import { Skeleton } from '@backstage/ui';
import { CardError } from '../cards/CardError';
import { useOverview } from '../api/useOverview';
import { useRead } from '../api/useRead';
import { messageOf } from '../api/messageOf';
import { statusOf } from '../api/statusOf';
import { useWords } from '../messages/useWords';
import { FirstRun } from '../states/FirstRun';
import { NoPermission } from '../states/NoPermission';
import { isShown } from '../teams/shownTeam';
import { KpiFigure } from './KpiFigure';
import { kpiOfTeam, kpiOfTenant } from './Kpi';
import { ControlKpi } from './ControlKpi';
import type { AskedControl, AskedFigure, ReadKpi } from './readKpi';
import shared from '../components/shared.module.css';

/** What stands around what a card shows. */
type Frame = (props: PropsWithChildren<{}>) => JSX.Element;

interface PartProps {
  asked: AskedFigure;
  frame: Frame;
  /** Whether who may not read figures is shown nothing, not even that. */
  isQuiet: boolean;
}

interface Reading {
  error: Error | null;
  refetch: () => void;
}

/** A figure that is not there: not yet, or why not. */
function Missing({
  error,
  refetch,
  frame: Frame,
  isQuiet,
  what = 'counts',
}: Reading & Omit<PartProps, 'asked'> & { what?: 'counts' | 'compliance' }) {
  const { t } = useWords();
  const status = statusOf(error);
  if (status === 403 && isQuiet) return null;
  return (
    <Frame>
      {!error && <Skeleton width="100%" height={96} />}
      {status === 403 && <NoPermission what={what} />}
      {status === 404 && (
        <div role="alert">
          <p className={shared.line}>{t('states.failed.notFound')}</p>
          <p className={shared.smallLine}>{messageOf(error!)}</p>
        </div>
      )}
      {error && status !== 403 && status !== 404 && (
        <CardError error={error} onRetry={refetch} />
      )}
    </Frame>
  );
}

function TeamKpi(
  props: PartProps & { team: NonNullable<AskedFigure['team']> },
) {
  const { t } = useWords();
  const { team, asked, frame: Frame } = props;
  const read = useRead(
    'getTeam',
    team,
    { tenant: asked.tenant },
    { every: 60_000 },
  );
  const { data } = read;
  if (!data) return <Missing {...props} {...read} />;
  return (
    <Frame>
      {isShown(data) ? (
        <KpiFigure kpi={kpiOfTeam(data)} show={asked.show} />
      ) : (
        <>
          <p className={shared.line}>{data.title}</p>
          <p className={shared.smallLine}>
            {t('teams.small', { fewest: data.hideBelow })}
          </p>
        </>
      )}
    </Frame>
  );
}

function StatusKpi(props: Omit<PartProps, 'asked'> & { asked: AskedControl }) {
  const { asked, frame: Frame } = props;
  const read = useRead(
    'getControl',
    asked.control,
    { tenant: asked.tenant },
    { every: 60_000 },
  );
  const { data } = read;
  if (!data) return <Missing {...props} {...read} what="compliance" />;
  return (
    <Frame>
      <ControlKpi control={data} />
    </Frame>
  );
}

function TenantKpi(props: PartProps) {
  const { t } = useWords();
  const { asked, frame: Frame } = props;
  const read = useOverview({ tenant: asked.tenant });
  const { data } = read;
  if (!data) return <Missing {...props} {...read} />;
  if (data.freshness.health === 'not-configured') {
    return (
      <Frame>
        <p className={shared.line}>{t('states.notConfigured.title')}</p>
      </Frame>
    );
  }
  return (
    <Frame>
      {data.counts ? (
        <KpiFigure kpi={kpiOfTenant(data, data.counts)} show={asked.show} />
      ) : (
        <FirstRun freshness={data.freshness} />
      )}
    </Frame>
  );
}

/** The figure that was asked for; of what is no such thing, what to write. */
export function KpiContent(props: {
  read: ReadKpi;
  /** What to write where something else was. */
  how: string;
  frame: Frame;
  isQuiet: boolean;
}) {
  const { t } = useWords();
  const { read, how, frame, isQuiet } = props;
  const Frame = frame;
  if ('wrong' in read) {
    return (
      <Frame>
        <div role="alert">
          <p className={shared.line}>
            {t('cards.kpi.wrong', { value: read.wrong })}
          </p>
          <p className={shared.smallLine}>{how}</p>
        </div>
      </Frame>
    );
  }
  const { asked } = read;
  const part = { frame, isQuiet };
  if ('control' in asked) return <StatusKpi {...part} asked={asked} />;
  return asked.team ? (
    <TeamKpi {...part} asked={asked} team={asked.team} />
  ) : (
    <TenantKpi {...part} asked={asked} />
  );
}
