import { ButtonIcon, Select } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import type { Paging } from '../api/usePagedList';
import { useWords } from '../messages/useWords';
import table from './table.module.css';

const sizes = [10, 25, 50, 100, 200];

/** The way through the pages of a list, and how long they are. */
export function Pager(props: {
  paging: Paging;
  /** How many rows this page has. */
  rows: number;
}) {
  const { t } = useWords();
  const { rows, paging } = props;
  const { offset, size, total, onNext, onPrevious } = paging;
  // A short list is whole, and nothing is asked of it.
  if (!onNext && !onPrevious && rows <= sizes[0]) return null;
  const from = offset + 1;
  const to = offset + rows;
  return (
    <nav className={table.pager} aria-label={t('general.list.pages')}>
      <Select
        size="small"
        className={table.size}
        aria-label={t('general.list.size')}
        options={[...new Set([...sizes, size])]
          .sort((a, b) => a - b)
          .map(value => ({
            value: String(value),
            label: t('general.list.perPage', { value }),
          }))}
        value={String(size)}
        onChange={value => paging.onSize(Number(value))}
      />
      <span className={table.shown}>
        {total === undefined
          ? t('general.list.rows', { from, to })
          : t('general.list.page', { from, to, total })}
      </span>
      <ButtonIcon
        size="small"
        variant="secondary"
        icon={<RiArrowLeftSLine />}
        aria-label={t('general.list.previous')}
        isDisabled={!onPrevious}
        onPress={onPrevious}
      />
      <ButtonIcon
        size="small"
        variant="secondary"
        icon={<RiArrowRightSLine />}
        aria-label={t('general.list.next')}
        isDisabled={!onNext}
        onPress={onNext}
      />
    </nav>
  );
}
