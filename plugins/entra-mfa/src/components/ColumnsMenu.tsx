import {
  ButtonIcon,
  MenuListBox,
  MenuListBoxItem,
  MenuTrigger,
} from '@backstage/ui';
import { RiLayoutColumnLine } from '@remixicon/react';
import { useWords } from '../messages/useWords';

/** Chooses the columns of a list. */
export function ColumnsMenu(props: {
  columns: readonly { id: string; label: string }[];
  shown: readonly { id: string }[];
  onToggle: (id: string) => void;
}) {
  const { t } = useWords();
  const selected = new Set(props.shown.map(({ id }) => id));
  return (
    <MenuTrigger>
      <ButtonIcon
        size="small"
        variant="secondary"
        icon={<RiLayoutColumnLine />}
        aria-label={t('general.list.columns')}
      />
      <MenuListBox
        placement="bottom end"
        selectionMode="multiple"
        selectedKeys={selected}
        onSelectionChange={keys => {
          const chosen = keys === 'all' ? selected : keys;
          props.columns
            .filter(({ id }) => selected.has(id) !== chosen.has(id))
            .forEach(({ id }) => props.onToggle(id));
        }}
      >
        {props.columns.map(({ id, label }) => (
          <MenuListBoxItem key={id} id={id}>
            {label}
          </MenuListBoxItem>
        ))}
      </MenuListBox>
    </MenuTrigger>
  );
}
