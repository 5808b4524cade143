import {
  personStates,
  type Overview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import table from '../components/table.module.css';
import { useWords } from '../messages/useWords';
import type { Month } from './monthOf';
import type { Stand } from './useMonth';

type Counts = NonNullable<Overview['counts']>;

const states = personStates.filter(state => state !== 'out-of-scope');

/** The gap at both ends of the month, and what is between them. */
export function MonthFigures(props: {
  month: Month;
  then: Stand | undefined;
  now: Stand;
}) {
  const { then, now } = props;
  const { t, count, state, mark, figureOf, pointsOf, targetOf, momentOf } =
    useWords();
  const before = then?.counts;
  const after = now.counts;
  if (!after) return null;
  const { permille, short } = after.coverage;
  const difference = (value: number) =>
    value === 0 ? '±0' : `${value > 0 ? '+' : '−'}${count(Math.abs(value))}`;
  const lines: { label: string; of: (counts: Counts) => number }[] = [
    ...states.map(name => ({
      label: state(name),
      of: (counts: Counts) => counts.states[name],
    })),
    {
      label: mark('phone-only'),
      of: counts => counts.marks['phone-only'] ?? 0,
    },
  ];
  const pointsBetween = (from: Counts | null | undefined) => {
    const was = from?.coverage.permille ?? null;
    return was === null || permille === null ? '–' : pointsOf(permille - was);
  };
  const shown = (value: string | number | null | undefined) => value ?? '–';
  return (
    <Panel
      title={t('month.figures.title')}
      aside={
        short > 0
          ? t('month.figures.short', {
              count: short,
              target: targetOf(now.targetPermille),
            })
          : t('month.figures.met', { target: targetOf(now.targetPermille) })
      }
    >
      <DataTable
        label={t('month.figures.title')}
        columns={[
          { label: t('month.figures.what') },
          { label: t('month.figures.begin'), isNumber: true },
          { label: t('month.figures.end'), isNumber: true },
          { label: t('month.figures.change'), isNumber: true },
        ]}
      >
        <tr>
          <th scope="row">{t('month.figures.coverage')}</th>
          <td className={table.number}>
            {shown(before && figureOf(before.coverage.permille))}
          </td>
          <td className={table.number}>
            <strong>{shown(figureOf(permille))}</strong>
          </td>
          <td className={table.number}>{pointsBetween(before)}</td>
        </tr>
        {lines.map(({ label, of }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className={table.number}>
              {shown(before && count(of(before)))}
            </td>
            <td className={table.number}>{count(of(after))}</td>
            <td className={table.number}>
              {shown(before && difference(of(after) - of(before)))}
            </td>
          </tr>
        ))}
      </DataTable>
      <p className={shared.smallLine}>
        {before && then?.snapshot
          ? t('month.figures.compared', {
              from: momentOf(then.snapshot.at),
              to: momentOf(now.snapshot!.at),
            })
          : t('month.figures.noBegin', { to: momentOf(now.snapshot!.at) })}
      </p>
    </Panel>
  );
}
