import type { Entity } from '@backstage/catalog-model';
import { useWords } from '../messages/useWords';
import { MfaCell } from './MfaCell';

function Title() {
  const { t } = useWords();
  return <>{t('catalog.column')}</>;
}

/** A column of a table whose rows have an entity: a `TableColumn` of the catalog's. @public */
export interface EntraMfaColumn {
  /** In the reader's language. */
  title: JSX.Element;
  /** The catalog sorts by what it stores, and this is not among it. */
  sorting: false;
  /** As wide as what it says. */
  width: string;
  /** What a row says of its entity. */
  render(row: { entity: Entity }): JSX.Element;
}

/**
 * A column for the catalog's table: how a Group stands with MFA registration, or the teams that own an entity, such as
 * `77.7 %, target missed`. It shows what the catalog module tags Groups with, and asks the catalog for the owners of all
 * rows that are shown by one request. What is not known, or kept back of a small team, is a word.
 *
 * @public
 */
export function createEntraMfaColumn(): EntraMfaColumn {
  return {
    title: <Title />,
    sorting: false,
    width: 'auto',
    render: ({ entity }) => <MfaCell entity={entity} />,
  };
}
