import { type WhatIf } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import table from '../components/table.module.css';
import { useWords } from '../messages/useWords';
import { WhatIfFigure } from './WhatIfFigure';
import { WhatIfTeams } from './WhatIfTeams';
import styles from './whatif.module.css';

const signed = (value: number) => {
  if (value === 0) return '±0';
  return value > 0 ? `+${value}` : `−${Math.abs(value)}`;
};

/** What is shown and what would be, side by side, and how far they lie apart. */
export function WhatIfResult({ answer }: { answer: WhatIf }) {
  const { t, count, state, pointsOf } = useWords();
  const { shown, assumed, difference } = answer;
  const states = ['covered', 'uncovered', 'unknown', 'exempt'] as const;
  const rows = [
    ...states.map(key => ({
      label: state(key, assumed.basis),
      shown: shown.counts.states[key],
      assumed: assumed.counts.states[key],
      difference: difference[key],
    })),
    {
      label: t('whatIf.row.inScope'),
      shown: shown.counts.inScope,
      assumed: assumed.counts.inScope,
      difference: difference.inScope,
    },
    {
      label: t('whatIf.row.short'),
      shown: shown.counts.coverage.short,
      assumed: assumed.counts.coverage.short,
      difference: difference.short,
    },
  ];
  const name = answer.team?.title ?? answer.tenant.name;
  return (
    <>
      <div className={styles.figures}>
        <WhatIfFigure
          label={`${t('whatIf.shown')} ${t('whatIf.of', { name })}`}
          figure={shown}
        />
        <WhatIfFigure
          label={t('whatIf.assumed')}
          figure={assumed}
          isAssumed
          aside={
            difference.permille === null
              ? undefined
              : t('whatIf.points', {
                  points: pointsOf(difference.permille),
                })
          }
        />
      </div>
      <DataTable
        label={t('whatIf.title')}
        columns={[
          { label: t('whatIf.column.people') },
          { label: t('whatIf.column.shown'), isNumber: true },
          { label: t('whatIf.column.assumed'), isNumber: true },
          { label: t('whatIf.column.difference'), isNumber: true },
        ]}
      >
        {rows.map(row => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td className={table.number}>{count(row.shown)}</td>
            <td className={table.number}>{count(row.assumed)}</td>
            <td className={table.number}>{signed(row.difference)}</td>
          </tr>
        ))}
      </DataTable>
      <div className={styles.teams}>
        <WhatIfTeams answer={answer} />
      </div>
    </>
  );
}
