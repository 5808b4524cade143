import { Alert, Link } from '@backstage/ui';
import type { ScopePreview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { StateLabel } from '../components/StateLabel';
import { saysMore, Why } from '../components/Why';
import table from '../components/table.module.css';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import shared from '../components/shared.module.css';
import { WhatIfFigure } from './WhatIfFigure';
import styles from './whatif.module.css';

/** Those who would move, as far as they are told. */
function Movers({ answer }: { answer: ScopePreview }) {
  const { t, stateOf } = useWords();
  const links = useLinks(usePageParams());
  const { items, leave, enter } = answer;
  const more = leave.people + enter.people - items.length;
  return (
    <div>
      <DataTable
        label={t('scope.people.title')}
        columns={[
          { label: t('people.column.person') },
          { label: t('scope.people.change') },
          { label: t('people.column.state') },
        ]}
      >
        {items.map(({ change, person }) => (
          <tr key={person.id}>
            <th scope="row">
              <Link href={links.person(person)}>{person.displayName}</Link>{' '}
              <span className={table.beside}>
                {person.userPrincipalName}
                {person.privileged && ` · ${t('general.privileged')}`}
              </span>
            </th>
            <td className={shared.nowrap}>{t(`scope.people.${change}`)}</td>
            <td>
              <StateLabel state={person.state} label={stateOf(person)} />{' '}
              {saysMore(person.reason) && (
                <span className={table.beside}>
                  <Why person={person} />
                </span>
              )}
            </td>
          </tr>
        ))}
      </DataTable>
      {more > 0 && (
        <p className={shared.smallLine}>
          {t('scope.people.more', { count: more })}
        </p>
      )}
    </div>
  );
}

/** What a rule would do: who leaves and enters, both figures, and whom it is about by name. */
export function ScopeTrialResult({ answer }: { answer: ScopePreview }) {
  const { t, pointsOf } = useWords();
  const { shown, assumed, leave, enter, notRead } = answer;
  const before = shown.counts.coverage.permille;
  const after = assumed.counts.coverage.permille;
  const moves = [
    leave.people > 0 && t('scope.leave', { count: leave.people }),
    enter.people > 0 && t('scope.enter', { count: enter.people }),
  ].filter(Boolean);
  return (
    <div className={shared.stack}>
      {notRead.length > 0 && (
        <Alert
          status="info"
          icon
          title={t('scope.notRead', { properties: notRead.join(', ') })}
        />
      )}
      <p className={styles.moves}>{moves.join(' ') || t('scope.nobody')}</p>
      {leave.privileged > 0 && (
        <Alert
          status="warning"
          icon
          title={t('scope.privileged', { count: leave.privileged })}
        />
      )}
      <div className={styles.figures}>
        <WhatIfFigure
          label={`${t('whatIf.shown')} ${t('whatIf.of', {
            name: answer.tenant.name,
          })}`}
          figure={shown}
        />
        <WhatIfFigure
          label={t('scope.assumed')}
          figure={assumed}
          isAssumed
          aside={
            before === null || after === null
              ? undefined
              : t('whatIf.points', { points: pointsOf(after - before) })
          }
        />
      </div>
      {answer.items.length > 0 && <Movers answer={answer} />}
    </div>
  );
}
