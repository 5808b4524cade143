import type {
  Overview,
  RegistrationAttempts,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
import { DataTable } from '../components/DataTable';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import table from '../components/table.module.css';
import { useWords } from '../messages/useWords';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { LoadingState } from '../states/LoadingState';

type Line = RegistrationAttempts['methods'][number];

/** Microsoft has several names for some methods, which have one here. */
function byName(methods: readonly Line[], nameOf: (line: Line) => string) {
  const lines = new Map<string, Line>();
  for (const line of methods) {
    const name = nameOf(line);
    const known = lines.get(name);
    lines.set(name, known ? added(known, line) : line);
  }
  return [...lines];
}

function added(one: Line, other: Line): Line {
  const reasons = new Map(one.reasons.map(each => [each.reason, each.count]));
  for (const { reason, count } of other.reasons) {
    reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  }
  return {
    ...one,
    succeeded: one.succeeded + other.succeeded,
    failed: one.failed + other.failed,
    reasons: [...reasons]
      .map(([reason, count]) => ({ reason, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, 3),
  };
}

function MethodRow({ name, line }: { name: string; line: Line }) {
  const { t, count } = useWords();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={table.number}>{count(line.succeeded)}</td>
      <td className={table.number}>{count(line.failed)}</td>
      <td>
        {line.reasons
          .map(({ reason, count: times }) =>
            t('attempts.reason', { reason, count: times }),
          )
          .join(' · ') || '–'}
      </td>
    </tr>
  );
}

/** Who tried to register or to reset a password in 30 days, how many managed, with what and why not. */
export function AttemptsPanel({
  overview: { readsAttempts },
}: {
  overview: Pick<Overview, 'readsAttempts'>;
}) {
  return readsAttempts ? <Attempts /> : null;
}

function Attempts() {
  const { t, dayOf, method } = useWords();
  const { tenant, at } = usePageParams();
  const { data, error, refetch } = useRead('getAttempts', {}, { tenant, at });
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState />;
  const { from, to, registration, reset, methods } = data;
  if (from === null || to === null) return null;
  return (
    <Panel
      title={t('attempts.monthTitle')}
      aside={t('attempts.month', { from: dayOf(from), to: dayOf(to) })}
    >
      <div className={shared.stack}>
        <ul className={shared.lines}>
          <li>
            {registration.tried === 0
              ? t('attempts.nobody')
              : t('attempts.registered', {
                  count: registration.tried,
                  managed: registration.managed,
                })}
          </li>
          {reset.tried > 0 && (
            <li>
              {t('attempts.wasReset', {
                count: reset.tried,
                managed: reset.managed,
              })}
            </li>
          )}
        </ul>
        {methods.length > 0 && (
          <DataTable
            label={t('attempts.byMethod')}
            columns={[
              { label: t('methodsPolicy.method') },
              { label: t('attempts.succeeded'), isNumber: true },
              { label: t('attempts.failed'), isNumber: true },
              { label: t('attempts.why'), hint: t('attempts.whyHint') },
            ]}
          >
            {byName(methods, line =>
              t(`attempts.of.${line.feature}`, { method: method(line.method) }),
            ).map(([name, line]) => (
              <MethodRow key={name} name={name} line={line} />
            ))}
          </DataTable>
        )}
      </div>
    </Panel>
  );
}
