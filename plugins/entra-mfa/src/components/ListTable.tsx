import { Fragment, type ReactNode } from 'react';
import { Skeleton } from '@backstage/ui';
import type { Paging } from '../api/usePagedList';
import { ColumnsMenu } from './ColumnsMenu';
import {
  cellClass,
  DataTable,
  type DataColumn,
  type Sorting,
} from './DataTable';
import { Pager } from './Pager';
import { useStored } from '../api/useStored';
import table from './table.module.css';

/** A column of a list: its heading, and what it shows of a row. */
export interface ListColumn<Row> extends DataColumn {
  id: string;
  /** Whether it is shown only where the reader has chosen it. */
  isOff?: boolean;
  cell: (row: Row) => ReactNode;
}

/** A row by its columns; the first one names it. */
export function ListRow<Row>(props: {
  row: Row;
  columns: readonly ListColumn<Row>[];
}) {
  const { row, columns } = props;
  return (
    <tr>
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.id} scope="row" className={cellClass(column)}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.id} className={cellClass(column)}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

const none: string[] = [];

/** Which columns the reader wants to see of a list, as the portal keeps it for them. */
function useChosenColumns<Row>(
  name: string,
  columns: readonly ListColumn<Row>[],
) {
  // Only what differs from the usual is kept, so that a column that is new is seen.
  const [changed, setChanged] = useStored(`columns-${name}`, none);
  const isShown = ({ id, isOff = false }: ListColumn<Row>) =>
    changed.includes(id) === isOff;
  return {
    shown: columns.filter((column, index) => index === 0 || isShown(column)),
    toggle: (id: string) =>
      setChanged(
        changed.includes(id)
          ? changed.filter(other => other !== id)
          : [...changed, id],
      ),
  };
}

/**
 * A list as a table: sorted by its headings, with the columns that the reader has chosen, page after page.
 */
export function ListTable<Row>(props: {
  label: string;
  /** Under which the reader's choice of columns is kept. */
  name: string;
  columns: readonly ListColumn<Row>[];
  /** Undefined while they are not there yet. */
  rows: readonly Row[] | undefined;
  keyOf: (row: Row) => string;
  /** A row that is more than its columns, such as one with others below it. */
  rowOf?: (row: Row, columns: readonly ListColumn<Row>[]) => ReactNode;
  /** Whether other rows are under way. */
  isStale?: boolean;
  sorting?: Sorting;
  paging?: Paging;
  /** What stands where there are no rows. */
  empty: ReactNode;
  /** What stands above the table, at its beginning and at its end. */
  above?: ReactNode;
  tools?: ReactNode;
  /** What stands below all rows, as a row. */
  lastOf?: (columns: readonly ListColumn<Row>[]) => ReactNode;
}) {
  const { label, name, columns, rows, paging, above, tools } = props;
  const { shown, toggle } = useChosenColumns(name, columns);
  return (
    <>
      <div className={table.above}>
        <div className={table.start}>{above}</div>
        <div className={table.tools}>
          {tools}
          <ColumnsMenu
            columns={columns.slice(1)}
            shown={shown}
            onToggle={toggle}
          />
        </div>
      </div>
      {!rows && <Skeleton width="100%" height={320} />}
      {rows?.length === 0 && props.empty}
      {rows && rows.length > 0 && (
        <div data-stale={props.isStale} className={table.list}>
          <DataTable label={label} columns={shown} sorting={props.sorting}>
            {rows.map(row => (
              <Fragment key={props.keyOf(row)}>
                {props.rowOf ? (
                  props.rowOf(row, shown)
                ) : (
                  <ListRow row={row} columns={shown} />
                )}
              </Fragment>
            ))}
            {props.lastOf?.(shown)}
          </DataTable>
        </div>
      )}
      {paging && rows && (rows.length > 0 || paging.onPrevious) && (
        <Pager paging={paging} rows={rows.length} />
      )}
    </>
  );
}
