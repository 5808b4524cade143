import {
  coverageOf,
  type PublicationHold,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { collectorOf } from '../../collectors/collectorOf';
import { toDate, toDateOrNull } from '../../store/sql/instant';
import type { PublicationHoldRow } from '../../store/sql/tables';
import type { DoubtedDataSet } from '../../assess/doubt/Doubt';

/** A hold as the contract tells it. It names nobody. */
export function toHold(row: PublicationHoldRow): PublicationHold {
  const doubted: DoubtedDataSet[] | null =
    row.data_sets && JSON.parse(row.data_sets);
  return {
    run: row.run,
    since: toDate(row.since).toISOString(),
    foundAt: toDate(row.found_at).toISOString(),
    from: toFigure(row.from_covered, row.from_uncovered),
    to: toFigure(row.to_covered, row.to_uncovered),
    people: row.people ?? row.from_covered - row.to_covered,
    releasedAt: toDateOrNull(row.released_at)?.toISOString() ?? null,
    ...(doubted && { dataSets: doubted.map(withTitle) }),
  };
}

function withTitle(doubted: DoubtedDataSet) {
  const collector = collectorOf(doubted.dataSet);
  return { title: collector?.title ?? doubted.dataSet, ...doubted };
}

function toFigure(covered: number, uncovered: number): PublicationHold['from'] {
  const { permille } = coverageOf(covered, uncovered, 0);
  return { covered, uncovered, permille };
}
