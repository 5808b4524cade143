import { useState } from 'react';
import { Select, Skeleton, TextAreaField } from '@backstage/ui';
import {
  entraMfaPeopleReadPermission,
  longestFilter,
  parseScopeFilter,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useOverview } from '../api/useOverview';
import { Panel } from '../components/Panel';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { useWords } from '../messages/useWords';
import { FilterHelp } from './FilterHelp';
import { FilterProblemText } from './FilterProblemText';
import { RuleToPaste } from './RuleToPaste';
import { ScopeTrialResult } from './ScopeTrialResult';
import { useScopePreview } from './useScopePreview';
import shared from '../components/shared.module.css';
import styles from './whatif.module.css';

const NONE = 'none';
const EXAMPLE = "userType eq 'Guest' and endsWith(mail,'@partner.com')";

/** Rules are told apart from the choice of none, whatever they are called. */
const keyOf = (index: number) => `rule ${index}`;

function Trial({ rules }: { rules: readonly string[] }) {
  const { t } = useWords();
  const [written, setWritten] = useState('');
  const [matching, setMatching] = useState(true);
  const [inPlaceOf, setInPlaceOf] = useState<string>();
  const filter = written.trim();
  const parsed = filter === '' ? null : parseScopeFilter(written);
  const problem = parsed && 'problem' in parsed ? parsed.problem : null;
  const whole = matching ? filter : `not (${filter})`;
  const leaveOut = parsed && !problem ? whole : undefined;
  const { data, error, isFetching, refetch } = useScopePreview(
    usePageParams(),
    // A filter that is being written must not be taken for none.
    problem ? {} : { leaveOut, inPlaceOf },
  );
  const isAsked =
    !problem && (leaveOut !== undefined || inPlaceOf !== undefined);
  return (
    <div className={styles.columns} data-wide>
      <div className={styles.form}>
        <Select
          label={t('scope.leaveOut.label')}
          size="small"
          options={(['matching', 'others'] as const).map(value => ({
            value,
            label: t(`scope.leaveOut.${value}`),
          }))}
          value={matching ? 'matching' : 'others'}
          onChange={key => setMatching(key === 'matching')}
        />
        <div className={styles.filterText}>
          <TextAreaField
            label={t('scope.filter')}
            rows={4}
            maxLength={longestFilter}
            placeholder={EXAMPLE}
            spellCheck="false"
            isInvalid={problem !== null}
            value={written}
            onChange={setWritten}
          />
        </div>
        <div aria-live="polite">
          {problem && <FilterProblemText filter={written} problem={problem} />}
        </div>
        {rules.length > 0 && (
          <Select
            label={t('scope.inPlaceOf.label')}
            size="small"
            options={[
              { value: NONE, label: t('scope.inPlaceOf.none') },
              ...rules.map((rule, index) => ({
                value: keyOf(index),
                label: t('scope.inPlaceOf.rule', { rule }),
              })),
            ]}
            value={
              inPlaceOf === undefined ? NONE : keyOf(rules.indexOf(inPlaceOf))
            }
            onChange={key =>
              setInPlaceOf(rules.find((_, index) => key === keyOf(index)))
            }
          />
        )}
        <FilterHelp />
      </div>
      <div className={`${styles.result} ${shared.stack}`}>
        <div aria-live="polite">
          {!isAsked && <p className={styles.hint}>{t('scope.none')}</p>}
          {isAsked && error && <ErrorState error={error} onRetry={refetch} />}
          {isAsked && !error && (isFetching || !data) && (
            <>
              <p className={styles.hint}>{t('scope.trying')}</p>
              <Skeleton width="100%" height={160} />
            </>
          )}
          {isAsked && !error && !isFetching && data && (
            <ScopeTrialResult answer={data} />
          )}
        </div>
        {leaveOut !== undefined && <RuleToPaste filter={leaveOut} />}
      </div>
    </div>
  );
}

/** Tries a scope rule on the people of the day that is shown, before anybody puts it into the configuration. */
export function ScopeTrial() {
  const { t } = useWords();
  const { data: overview } = useOverview(usePageParams());
  if (!overview?.snapshot) return null;
  return (
    <Panel title={t('scope.title')}>
      <p className={styles.intro}>{t('scope.intro')}</p>
      {overview.visibility === 'all' ? (
        <Trial rules={overview.scopeRules.map(({ name }) => name)} />
      ) : (
        <p className={styles.hint}>
          {t('scope.onlyAll', {
            permission: entraMfaPeopleReadPermission.name,
          })}
        </p>
      )}
    </Panel>
  );
}
