import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiForbid2Line,
} from '@remixicon/react';
import type {
  CheckedDataSet,
  ConnectionCheck,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { Moment } from '../components/Moment';
import { useNow } from '../components/useNow';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { ConsentLink } from '../states/ConsentLink';
import { ProblemList } from '../states/ProblemList';
import { MoreThanNeeded } from './MoreThanNeeded';
import styles from './connections.module.css';

const worksNot = ({ verdict }: CheckedDataSet) => verdict !== 'works';

/** What the token says of the permission, where that says more than the verdict. */
function Hint({ checked }: { checked: CheckedDataSet }) {
  const { t } = useWords();
  const { granted, optional, permission, verdict } = checked;
  const isSaid = !['works', 'throttled', 'unreachable'].includes(verdict);
  const hints = [
    optional && t('check.optional'),
    isSaid && granted === true && t('check.granted'),
    isSaid && granted === false && t('check.notGranted'),
    verdict === 'works' && granted === false && t('check.otherPermission'),
  ].filter(Boolean);
  return (
    <span className={styles.hint}>
      {permission && <code>{permission}</code>}
      {hints.length > 0 && <span>{hints.join('; ')}</span>}
    </span>
  );
}

function Verdict({ checked }: { checked: CheckedDataSet }) {
  const { t, clockOf } = useWords();
  const now = useNow();
  const { optional, until, verdict } = checked;
  const Icon = worksNot(checked)
    ? (optional && RiForbid2Line) || RiAlertFill
    : RiCheckboxCircleFill;
  return (
    <span
      className={styles.verdict}
      data-verdict={optional ? 'optional' : verdict}
    >
      <Icon size={16} aria-hidden />
      {t(`check.verdict.${camel(verdict)}`)}
      {until && <> {t('check.until', { time: clockOf(until, now) })}</>}
    </span>
  );
}

function DataSetRow({ checked }: { checked: CheckedDataSet }) {
  const { t } = useWords();
  const { owner, problem, title } = checked;
  return (
    <tr>
      <th scope="row">
        {title}
        <Hint checked={checked} />
      </th>
      <td>
        <Verdict checked={checked} />
      </td>
      <td>{problem?.message}</td>
      <td>{problem?.action}</td>
      <td data-label={t('check.column.owner')}>
        {owner && t(`check.owner.${camel(owner)}`)}
      </td>
    </tr>
  );
}

function NoSignIn({ check }: { check: ConnectionCheck }) {
  const { t } = useWords();
  const { owner, problem } = check;
  if (!problem) return null;
  return (
    <div className={styles.connection}>
      <p className={styles.verdict} data-verdict="refused">
        <RiAlertFill size={16} aria-hidden />
        {t('check.noSignIn')}
      </p>
      <ProblemList problems={[problem]} />
      {owner && (
        <p className={styles.hint}>
          {t('check.column.owner')}: {t(`check.owner.${camel(owner)}`)}
        </p>
      )}
    </div>
  );
}

/** What a check found: each data set, what the token holds, and what it holds without need. */
export function CheckResult(props: {
  check: ConnectionCheck;
  consentUrl: string | null;
}) {
  const { check, consentUrl } = props;
  const { t, clockOf } = useWords();
  const now = useNow();
  const { checkedAt, dataSets, roles } = check;
  if (check.problem) return <NoSignIn check={check} />;
  const lacksPermission = dataSets.some(
    ({ verdict }) => verdict === 'permission-missing',
  );
  // What does not work comes first.
  const sorted = [
    ...dataSets.filter(one => worksNot(one) && !one.optional),
    ...dataSets.filter(one => worksNot(one) && one.optional),
    ...dataSets.filter(one => !worksNot(one)),
  ];
  return (
    <div className={styles.connection}>
      <p>
        <strong>
          {t('check.found', {
            works: dataSets.length - dataSets.filter(worksNot).length,
            all: dataSets.length,
          })}
        </strong>{' '}
        <span className={styles.hint}>
          <Moment iso={checkedAt}>
            {t('check.checkedAt', { time: clockOf(checkedAt, now) })}
          </Moment>
        </span>
      </p>
      {lacksPermission && consentUrl && <ConsentLink url={consentUrl} />}
      <MoreThanNeeded found={check.moreThanNeeded} />
      <div className={styles.dataSets}>
        <DataTable
          label={t('check.title')}
          columns={[
            { label: t('check.column.dataSet') },
            { label: t('check.column.verdict') },
            { label: t('check.column.why') },
            { label: t('check.column.action') },
            { label: t('check.column.owner') },
          ]}
        >
          {sorted.map(checked => (
            <DataSetRow key={checked.dataSet} checked={checked} />
          ))}
        </DataTable>
      </div>
      {roles && (
        <details>
          <summary>{t('check.token')}</summary>
          <p className={styles.hint}>{t('check.tokenHint')}</p>
          <p className={styles.roles}>
            {roles.length > 0
              ? roles.map(role => <code key={role}>{role}</code>)
              : t('check.noRoles')}
          </p>
        </details>
      )}
    </div>
  );
}
