import type { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { ScrollRegion } from './ScrollRegion';
import table from './table.module.css';

/** A column: its heading, and how it stands. */
export interface DataColumn {
  label: string;
  isNumber?: boolean;
  className?: string;
  /** What the heading means, as its tooltip. */
  hint?: string;
}

/** The frame of a table: its headings, its rows, and below it a way to more of them. */
export function DataTable(props: {
  label: string;
  columns: DataColumn[];
  /** Only where there are more rows. */
  more?: { label: string; isPending: boolean; onPress: () => void };
  children: ReactNode;
}) {
  const { label, columns, more, children } = props;
  return (
    <>
      <ScrollRegion label={label}>
        <table className={table.table}>
          <thead>
            <tr>
              {columns.map(column => (
                <th
                  key={column.label}
                  scope="col"
                  className={[column.isNumber && table.number, column.className]
                    .filter(Boolean)
                    .join(' ')}
                  title={column.hint}
                >
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </ScrollRegion>
      {more && (
        <Button
          variant="tertiary"
          isPending={more.isPending}
          onPress={() => more.onPress()}
        >
          {more.label}
        </Button>
      )}
    </>
  );
}
