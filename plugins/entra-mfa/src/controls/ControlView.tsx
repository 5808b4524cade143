import { useState } from 'react';
import { Button, Link, Skeleton } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import type {
  Control,
  ControlWords,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
import { DataTable } from '../components/DataTable';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { useParams } from '../navigation/router';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { ControlTeamsPanel } from './ControlTeamsPanel';
import { CopyPicture } from './CopyPicture';
import { ControlStatusLabel } from './ControlStatusLabel';
import { DayStrip, StripLegend } from './DayStrip';
import { NextAct } from './NextAct';
import { Short } from './Short';
import { useResultWords } from './useResultWords';
import shared from '../components/shared.module.css';
import styles from './controls.module.css';

/** How much of the history is shown at first. */
const FEW = 8;

function Said({ words }: { words: ControlWords }) {
  const { t } = useWords();
  const { why, methods, steps } = words;
  return (
    <dl className={styles.said}>
      {(['asks', 'shows', 'missing', 'adds'] as const).map(part => (
        <div key={part} data-part={part}>
          <dt>{t(`controls.${part}`)}</dt>
          <dd>{words[part]}</dd>
        </div>
      ))}
      {methods && (
        <div>
          <dt>{t('controls.methods')}</dt>
          <dd>{methods}</dd>
        </div>
      )}
      {why && (
        <div>
          <dt>{t('controls.why')}</dt>
          <dd>
            {why.text}{' '}
            {why.link && (
              <Link href={why.link} target="_blank" variant="body-small">
                {t('controls.source')}
              </Link>
            )}
          </dd>
        </div>
      )}
      {steps.length > 0 && (
        <div>
          <dt>{t('controls.steps')}</dt>
          <dd>
            <ol className={styles.steps}>
              {steps.map(({ text, link }) => (
                <li key={text}>
                  {link ? (
                    <Link href={link} target="_blank" variant="body-small">
                      {text}
                    </Link>
                  ) : (
                    text
                  )}
                </li>
              ))}
            </ol>
          </dd>
        </div>
      )}
    </dl>
  );
}

function Tests({ control }: { control: Control }) {
  const { t, dayOf } = useWords();
  const { titleOf, figureOf } = useResultWords();
  return (
    <Panel title={t('controls.tests')}>
      <DataTable
        label={t('controls.tests')}
        columns={[
          { label: t('controls.column.test') },
          { label: t('controls.column.outcome') },
          { label: t('controls.column.figure') },
          { label: t('controls.column.since'), isExtra: true },
          { label: t('controls.column.next') },
        ]}
      >
        {control.results.map(result => (
          <tr key={result.test}>
            <th scope="row">{titleOf(result)}</th>
            <td>
              <ControlStatusLabel status={result.outcome} />
            </td>
            <td>
              {figureOf(result)}
              <Short result={result} />
            </td>
            <td className={styles.extra}>
              {result.since && dayOf(result.since)}
            </td>
            <td>
              <NextAct result={result} />
            </td>
          </tr>
        ))}
      </DataTable>
    </Panel>
  );
}

function History({ control }: { control: Control }) {
  const { t, momentOf } = useWords();
  const [isWhole, setWhole] = useState(false);
  const { history } = control;
  const shown = isWhole ? history : history.slice(0, FEW);
  return (
    <Panel title={t('controls.history')}>
      <DayStrip days={control.strip} className={styles.wide} />
      <StripLegend days={control.strip} />
      <ul className={styles.history}>
        {shown.map(({ status, from, to }) => (
          <li key={from}>
            <ControlStatusLabel status={status} />
            <span className={shared.small}>
              {momentOf(from)} – {to ? momentOf(to) : t('controls.untilNow')}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < history.length && (
        <Button size="small" variant="secondary" onPress={() => setWhole(true)}>
          {t('controls.more')}
        </Button>
      )}
    </Panel>
  );
}

function Detail({ control }: { control: Control }) {
  const { t, dayOf, said } = useWords();
  const { id, framework, words, status, since, severity, narrative } = control;
  const inWords = said(words);
  return (
    <>
      <Panel title={`${id} ${inWords.title}`} aside={framework.name}>
        <p className={styles.standing}>
          <ControlStatusLabel status={status ?? 'no-data'} />
          {since && (
            <span className={shared.small}>
              {t('controls.since', { date: dayOf(since) })}
            </span>
          )}
          {severity && (
            <span className={shared.small}>
              {t(`controls.severity.${severity}`)}
            </span>
          )}
        </p>
        {control.disabledReason !== null && (
          <p className={shared.line}>{control.disabledReason}</p>
        )}
        {control.staleCauses.length > 0 && status === 'stale' && (
          <p className={styles.stale}>{t('controls.stale')}</p>
        )}
        <Said words={inWords} />
      </Panel>
      <Tests control={control} />
      <Panel title={t('controls.narrative')}>
        {narrative ? (
          <>
            <p className={styles.narrative}>{narrative.text}</p>
            <p className={shared.smallLine}>
              {t('controls.writtenBy', {
                author: narrative.author,
                date: dayOf(narrative.on),
              })}
            </p>
          </>
        ) : (
          <p className={shared.smallLine}>{t('controls.noNarrative')}</p>
        )}
      </Panel>
      <History control={control} />
      <ControlTeamsPanel control={control} />
      <CopyPicture control={control} />
    </>
  );
}

/** One control: what it asks, what this data shows of it and what not, its tests, and how it went. */
export function ControlView() {
  const { t } = useWords();
  const { framework = '', id = '' } = useParams();
  const params = usePageParams();
  const { tenant, at } = params;
  const links = useLinks(params);
  const { data, error, refetch } = useRead(
    'getControl',
    { framework, id },
    { tenant, at },
  );
  return (
    <div className={shared.stack}>
      <Link
        href={links.controls(framework)}
        variant="body-small"
        className={shared.back}
      >
        <RiArrowLeftLine size={14} aria-hidden /> {t('controls.back')}
      </Link>
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <Skeleton width="100%" height={320} />}
      {data && <Detail control={data} />}
    </div>
  );
}
