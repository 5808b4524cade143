import { useState, type ReactNode } from 'react';
import { DataTable, type DataColumn } from './DataTable';
import { useWords } from '../messages/useWords';
import styles from './Chart.module.css';

/** What a picture shows as a table, for who wants figures or sees no picture. Its rows are made when it opens. */
export function AsTable(props: {
  label: string;
  columns: DataColumn[];
  rows: () => ReactNode;
}) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.asTable}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>{t('general.asTable')}</summary>
      {isOpen && (
        <div className={styles.rows}>
          <DataTable label={props.label} columns={props.columns}>
            {props.rows()}
          </DataTable>
        </div>
      )}
    </details>
  );
}
