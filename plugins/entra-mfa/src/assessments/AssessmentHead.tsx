import { Fragment } from 'react';
import { Link } from '@backstage/ui';
import type { Assessment } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { EntityName } from '../components/EntityName';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { AssessmentStateLabel } from './AssessmentStateLabel';
import { AssignDialog } from './AssignDialog';
import { ChangeDialog } from './ChangeDialog';
import { DecideDialog } from './DecideDialog';
import { StartDialog } from './StartDialog';
import styles from './assessments.module.css';

function Names({ refs }: { refs: readonly string[] }) {
  return (
    <>
      {refs.map((ref, index) => (
        <Fragment key={ref}>
          {index > 0 && ', '}
          <EntityName of={ref} />
        </Fragment>
      ))}
    </>
  );
}

/** Which assessment it takes the place of, and which took its own. */
function Others({ assessment }: { assessment: Assessment }) {
  const { t } = useWords();
  const links = useLinks(usePageParams());
  const { state, supersedes, supersededBy, tenant } = assessment;
  const isOver = state === 'approved' || state === 'superseded';
  const linkTo = (number: number, text: string) => (
    <Link href={links.assessment(tenant.id, number)} variant="body-small">
      {text}
    </Link>
  );
  return (
    <>
      {supersedes !== null &&
        linkTo(
          supersedes,
          t(isOver ? 'assessments.tookPlaceOf' : 'assessments.supersedes', {
            number: String(supersedes),
          }),
        )}
      {supersededBy !== null &&
        linkTo(
          supersededBy,
          t('assessments.supersededBy', { number: String(supersededBy) }),
        )}
    </>
  );
}

function Actions({ assessment }: { assessment: Assessment }) {
  const { actions } = assessment;
  const decisions = (['approve', 'return', 'submit'] as const).filter(action =>
    actions.includes(action),
  );
  return (
    <div className={shared.row}>
      {decisions.map(action => (
        <DecideDialog key={action} assessment={assessment} action={action} />
      ))}
      {actions.includes('change') && (
        <ChangeDialog key={assessment.last.step} assessment={assessment} />
      )}
      {actions.includes('assign') && (
        <AssignDialog
          key={assessment.auditors.join()}
          assessment={assessment}
        />
      )}
      {actions.includes('supersede') && (
        <StartDialog defaults={assessment} supersedes={assessment} />
      )}
    </div>
  );
}

/** What an assessment is, what is next and whose that is. */
export function AssessmentHead({ assessment }: { assessment: Assessment }) {
  const { t, dayOf, momentOf } = useWords();
  const { state, from, to, prepared, preparers, result, last } = assessment;
  const approved = assessment.steps.find(({ kind }) => kind === 'approved');
  return (
    <Panel
      title={assessment.title}
      aside={<AssessmentStateLabel state={state} />}
    >
      <dl className={shared.facts}>
        <div>
          <dt>{t('assessments.facts.period')}</dt>
          <dd>
            {from === to
              ? dayOf(from)
              : t('assessments.range', { from: dayOf(from), to: dayOf(to) })}
            <span className={styles.below}>
              {t('assessments.facts.days', { count: result.days })}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t('assessments.facts.tenant')}</dt>
          <dd>{assessment.tenant.name}</dd>
        </div>
        <div>
          <dt>{t('assessments.facts.prepared')}</dt>
          <dd>
            {t('assessments.prepared', {
              user: <EntityName of={prepared.by} />,
              date: dayOf(prepared.at),
            })}
            {approved && (
              <>
                {', '}
                {t('assessments.approved', {
                  user: <EntityName of={approved.by} />,
                  date: dayOf(approved.at),
                })}
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('assessments.next.title')}</dt>
          <dd>
            {t(`assessments.next.${camel(state)}`, {
              preparers: <Names refs={preparers} />,
              number: String(assessment.supersededBy),
            })}
            {state === 'returned' && last.note && (
              <p className={styles.text}>{last.note}</p>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('assessments.facts.auditors')}</dt>
          <dd>
            {assessment.auditors.length > 0 ? (
              <Names refs={assessment.auditors} />
            ) : (
              t('assessments.facts.noAuditors')
            )}
          </dd>
        </div>
        <div>
          <dt>{t('assessments.facts.computed')}</dt>
          <dd>
            {assessment.fingerprint
              ? t('assessments.facts.asSubmitted', {
                  moment: momentOf(result.computedAt),
                })
              : t('assessments.facts.asNow')}
          </dd>
        </div>
        {assessment.fingerprint && (
          <div>
            <dt>{t('assessments.facts.fingerprint')}</dt>
            <dd>
              <code className={styles.code}>{assessment.fingerprint}</code>
            </dd>
          </div>
        )}
      </dl>
      <div className={styles.foot}>
        <Others assessment={assessment} />
        <Actions assessment={assessment} />
      </div>
    </Panel>
  );
}
