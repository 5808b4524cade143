import { Link } from '@backstage/ui';
import type { WhatIf } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import table from '../components/table.module.css';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';

/** Team by team what is shown and what would be, the team with most people more short first. */
export function WhatIfTeams({ answer }: { answer: WhatIf }) {
  const { t, figureOf } = useWords();
  const links = useLinks(usePageParams());
  const { items, more, hideBelow } = answer.teams;
  const wordOf = (short: number) => {
    if (short === 0) return t('whatIf.teams.same');
    return short > 0
      ? t('whatIf.teams.more', { count: short })
      : t('whatIf.teams.fewer', { count: -short });
  };
  return (
    <>
      <h3 className={shared.subheading}>{t('whatIf.teams.title')}</h3>
      {items.length === 0 && (
        <p className={shared.smallLine}>{t('whatIf.teams.none')}</p>
      )}
      {items.length > 0 && (
        <DataTable
          label={t('whatIf.teams.title')}
          columns={[
            { label: t('whatIf.column.team') },
            { label: t('whatIf.column.shown'), isNumber: true },
            { label: t('whatIf.column.assumed'), isNumber: true },
            { label: t('whatIf.column.short'), isNumber: true },
          ]}
        >
          {items.map(({ ref, title, shown, assumed, short }) => (
            <tr key={ref}>
              <th scope="row">
                <Link href={links.entity(ref)}>{title}</Link>
              </th>
              {[shown, assumed].map(({ permille }, index) => (
                <td
                  key={index === 0 ? 'shown' : 'assumed'}
                  className={table.number}
                >
                  {figureOf(permille) ?? t('whatIf.nobody')}
                </td>
              ))}
              <td className={table.number}>{wordOf(short)}</td>
            </tr>
          ))}
        </DataTable>
      )}
      {more > 0 && (
        <p className={shared.smallLine}>
          {t('whatIf.teams.left', { count: more })}
        </p>
      )}
      {hideBelow > 0 && (
        <p className={shared.smallLine}>
          {t('whatIf.teams.hidden', { value: hideBelow })}
        </p>
      )}
    </>
  );
}
