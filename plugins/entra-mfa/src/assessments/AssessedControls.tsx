import { Link } from '@backstage/ui';
import {
  controlDays,
  type Assessment,
  type AssessedControl,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useSeesFigures } from '../api/useSeesFigures';
import { Panel } from '../components/Panel';
import { ScrollRegion } from '../components/ScrollRegion';
import shared from '../components/shared.module.css';
import table from '../components/table.module.css';
import { ControlStatusLabel } from '../controls/ControlStatusLabel';
import { DayStrip, StripLegend } from '../controls/DayStrip';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { isMetThroughout } from './isMetThroughout';
import controlStyles from '../controls/controls.module.css';
import styles from './assessments.module.css';

function Worst({ control }: { control: AssessedControl }) {
  const { t, dayOf } = useWords();
  const { status, first, last } = control.worst;
  if (isMetThroughout(control)) {
    return <>{t('assessments.controls.metThroughout')}</>;
  }
  const word = t(`controls.status.${camel(status)}`);
  return (
    <>
      {first === last
        ? t('assessments.controls.worstOn', {
            status: word,
            date: dayOf(first),
          })
        : t('assessments.controls.worstFrom', {
            status: word,
            from: dayOf(first),
            to: dayOf(last),
          })}
    </>
  );
}

function Line(props: {
  named: Assessment['controls'][number];
  control: AssessedControl;
  isLinked: boolean;
}) {
  const { named, control, isLinked } = props;
  const { said, t } = useWords();
  const links = useLinks(usePageParams());
  const { days, strip, worst } = control;
  const title = said(named.titles);
  const what = (
    <>
      <strong>{named.id}</strong> {title}
    </>
  );
  const without = days.stale + days.noData;
  return (
    <tr>
      <th scope="row" className={controlStyles.control}>
        {isLinked ? (
          <Link
            href={links.control(named.framework.id, named.id)}
            variant="body-small"
          >
            {what}
          </Link>
        ) : (
          what
        )}
        <span className={styles.below}>{named.framework.name}</span>
      </th>
      <td>
        <ControlStatusLabel status={worst.status} />
        <span className={styles.below}>
          <Worst control={control} />
        </span>
      </td>
      <td className={`${table.number} ${styles.days}`}>
        {t('assessments.controls.days', {
          met: days.met,
          all: strip.length,
        })}
        {without > 0 && (
          <span className={styles.below}>
            {t('assessments.controls.noFresh', { count: without })}
          </span>
        )}
      </td>
      <td className={styles.stripCell}>
        <DayStrip
          days={strip}
          labelOf={(value, counts) =>
            t('assessments.controls.strip', { count: value, counts })
          }
        />
      </td>
    </tr>
  );
}

/** Each control over the period: its worst day, on how many days it was met, and all of them as a strip. */
export function AssessedControls({ assessment }: { assessment: Assessment }) {
  const { t } = useWords();
  const seesFigures = useSeesFigures();
  const { controls, result } = assessment;
  const title = t('assessments.controls.title');
  return (
    <Panel
      title={title}
      aside={t('assessments.controls.aside', {
        met: result.controls.filter(isMetThroughout).length,
        all: controls.length,
      })}
    >
      <ScrollRegion label={title}>
        <table className={`${table.table} ${controlStyles.table}`}>
          <thead>
            <tr>
              <th scope="col">{t('assessments.column.control')}</th>
              <th scope="col">{t('assessments.column.worst')}</th>
              <th scope="col" className={table.number}>
                {t('assessments.column.days')}
              </th>
              <th scope="col">
                {t('assessments.column.strip', { count: result.days })}
              </th>
            </tr>
          </thead>
          <tbody>
            {result.controls.map(control => (
              <Line
                key={control.control}
                named={controls.find(one => one.control === control.control)!}
                control={control}
                isLinked={seesFigures === true}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <div className={shared.note}>
        <StripLegend
          days={controlDays.filter(day =>
            result.controls.some(({ strip }) => strip.includes(day)),
          )}
        />
        <p>{t('assessments.controls.note')}</p>
      </div>
    </Panel>
  );
}
