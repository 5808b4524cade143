import { Link, Skeleton } from '@backstage/ui';
import {
  assessmentStates,
  entraMfaAssessmentAuditPermission,
  entraMfaAssessmentPreparePermission,
  entraMfaComplianceReadPermission,
  type AssessmentListed,
  type AssessmentState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { statusOf } from '../api/statusOf';
import { useRead } from '../api/useRead';
import { DataTable } from '../components/DataTable';
import { EntityName } from '../components/EntityName';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import table from '../components/table.module.css';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { EmptyState } from '../states/EmptyState';
import { ErrorState } from '../states/ErrorState';
import { Notice } from '../states/Notice';
import { StartDialog } from './StartDialog';
import styles from './assessments.module.css';

/** What somebody has to act on comes first, what is over last. */
const inOrder: readonly AssessmentState[] = [
  'in-review',
  'returned',
  ...assessmentStates.filter(
    state => state !== 'in-review' && state !== 'returned',
  ),
];

function Line({ assessment }: { assessment: AssessmentListed }) {
  const { t, count, dayOf } = useWords();
  const links = useLinks(usePageParams());
  const { tenant, number, from, to, last, metThroughout } = assessment;
  return (
    <tr>
      <th scope="row">
        <Link href={links.assessment(tenant.id, number)} weight="bold">
          {assessment.title}
        </Link>
        <span className={styles.below}>{tenant.name}</span>
      </th>
      <td>
        {from === to
          ? dayOf(from)
          : t('assessments.range', { from: dayOf(from), to: dayOf(to) })}
      </td>
      <td>
        {metThroughout === null
          ? t('assessments.notYet')
          : t('assessments.metOf', {
              met: metThroughout,
              all: assessment.controls,
            })}
      </td>
      <td className={table.extra}>
        <EntityName of={assessment.prepared.by} />
        <span className={styles.below}>
          {t('assessments.since', { date: dayOf(last.at) })}
        </span>
      </td>
      <td className={`${table.number} ${table.extra}`}>
        {count(assessment.comments)}
      </td>
    </tr>
  );
}

function States({ items }: { items: readonly AssessmentListed[] }) {
  const { t } = useWords();
  return (
    <>
      {inOrder.map(state => {
        const some = items.filter(one => one.state === state);
        const word = t(`assessments.state.${camel(state)}`);
        return (
          some.length > 0 && (
            <section key={state} className={styles.section}>
              <h3 className={shared.subheading}>{word}</h3>
              <DataTable
                label={word}
                columns={[
                  { label: t('assessments.column.title') },
                  { label: t('assessments.column.period') },
                  { label: t('assessments.column.met') },
                  { label: t('assessments.column.prepared'), isExtra: true },
                  {
                    label: t('assessments.column.comments'),
                    isNumber: true,
                    isExtra: true,
                  },
                ]}
              >
                {some.map(one => (
                  <Line
                    key={`${one.tenant.id}/${one.number}`}
                    assessment={one}
                  />
                ))}
              </DataTable>
            </section>
          )
        );
      })}
    </>
  );
}

/** Assessments by what they are; and for who may, a way to start one. */
export function AssessmentsTab() {
  const { t } = useWords();
  const { tenant, at } = usePageParams();
  const { data, error, refetch } = useRead('getAssessments', {}, { tenant });
  if (statusOf(error) === 403) {
    return (
      <Notice title={t('states.noPermission.title')}>
        <p>
          {t('assessments.noPermission', {
            read: <code>{entraMfaComplianceReadPermission.name}</code>,
            audit: <code>{entraMfaAssessmentAuditPermission.name}</code>,
          })}
        </p>
      </Notice>
    );
  }
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <Skeleton width="100%" height={240} />;
  const isAudit = data.visibility === 'assigned';
  const isEmpty = data.items.length === 0;
  const start = (label?: string) => (
    <StartDialog defaults={data.defaults} label={label} />
  );
  return (
    <Panel
      title={t('assessments.title')}
      aside={data.mayPrepare && !isEmpty && start()}
    >
      <p className={styles.intro}>
        {t(isAudit ? 'assessments.introAudit' : 'assessments.intro')}
      </p>
      {at && <p className={styles.intro}>{t('assessments.past')}</p>}
      {isEmpty ? (
        <>
          <EmptyState title={t('assessments.empty.title')}>
            {isAudit && t('assessments.empty.audit')}
            {!isAudit &&
              (data.mayPrepare
                ? t('assessments.empty.text')
                : t('assessments.empty.mayNot', {
                    permission: (
                      <code>{entraMfaAssessmentPreparePermission.name}</code>
                    ),
                  }))}
          </EmptyState>
          {data.mayPrepare && (
            <div className={styles.begin}>
              {start(
                t('assessments.start.openQuarter', {
                  quarter: data.defaults.title,
                }),
              )}
            </div>
          )}
        </>
      ) : (
        <States items={data.items} />
      )}
    </Panel>
  );
}
