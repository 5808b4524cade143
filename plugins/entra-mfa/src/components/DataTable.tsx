import type { ReactNode } from 'react';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import type { SortOrder } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ScrollRegion } from './ScrollRegion';
import table from './table.module.css';

/** A column: its heading, and how it stands. */
export interface DataColumn {
  /** Without one, its label. */
  id?: string;
  label: string;
  isNumber?: boolean;
  /** Whether a narrow screen does without it. */
  isExtra?: boolean;
  className?: string;
  /** What the heading means, as its tooltip. */
  hint?: string;
  /** By what the list can be sorted here. */
  sort?: string;
}

/** By what a list is sorted now, and how that is changed. */
export interface Sorting {
  by: string;
  order: SortOrder;
  /** Which way it is sorted at first by each. */
  first: Readonly<Record<string, SortOrder>>;
  onChange: (by: string, order: SortOrder) => void;
}

/** How a cell of a column stands. */
export const cellClass = (
  column: Pick<DataColumn, 'isNumber' | 'isExtra' | 'className'>,
) =>
  [
    column.isNumber && table.number,
    column.isExtra && table.extra,
    column.className,
  ]
    .filter(Boolean)
    .join(' ') || undefined;

const inWords = { asc: 'ascending', desc: 'descending' } as const;
const other = { asc: 'desc', desc: 'asc' } as const;

function Heading(props: { column: DataColumn; sorting?: Sorting }) {
  const { column, sorting } = props;
  const { sort } = column;
  const isBy = sort !== undefined && sorting?.by === sort;
  const Arrow = sorting?.order === 'asc' ? RiArrowUpLine : RiArrowDownLine;
  return (
    <th
      scope="col"
      className={cellClass(column)}
      title={column.hint}
      aria-sort={isBy ? inWords[sorting.order] : undefined}
    >
      {sort && sorting ? (
        <button
          type="button"
          className={table.sort}
          onClick={() =>
            sorting.onChange(
              sort,
              isBy ? other[sorting.order] : sorting.first[sort],
            )
          }
        >
          {column.label}
          <Arrow size={14} aria-hidden data-shown={isBy} />
        </button>
      ) : (
        column.label
      )}
    </th>
  );
}

/** The frame of a table: its headings, by which it may be sorted, and its rows. */
export function DataTable(props: {
  label: string;
  columns: readonly DataColumn[];
  sorting?: Sorting;
  children: ReactNode;
}) {
  const { label, columns, sorting, children } = props;
  return (
    <ScrollRegion label={label}>
      <table className={table.table}>
        <thead>
          <tr>
            {columns.map(column => (
              <Heading
                key={column.id ?? column.label}
                column={column}
                sorting={sorting}
              />
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollRegion>
  );
}
