import { useState } from 'react';
import { Select } from '@backstage/ui';
import { useWords } from '../messages/useWords';
import { useEntityOptions, type ChosenKind } from './useEntityOptions';

/** Chooses users of the catalog, or groups too, by name. A ref that is typed, or several, can be chosen as well. */
export function EntitiesField(props: {
  label: string;
  description?: string;
  isRequired?: boolean;
  kinds: readonly ChosenKind[];
  /** Refs in lower case. */
  chosen: readonly string[];
  /** How many can be chosen: with one, another one takes its place. */
  most?: number;
  onChange: (refs: string[]) => void;
}) {
  const { kinds, chosen, most = 20, onChange, ...field } = props;
  const { t } = useWords();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const { options, isSearching } = useEntityOptions(
    kinds,
    text,
    chosen,
    isOpen,
  );
  const find = t(
    kinds.includes('Group') ? 'general.findEntity' : 'general.findUser',
  );
  return (
    <Select
      {...field}
      selectionMode="multiple"
      placeholder={t('general.nobodyChosen')}
      // Its ref tells namesakes apart.
      options={options.map(({ id, name }) => ({
        id,
        label: name,
        description: id === name ? undefined : id,
      }))}
      loading={{ state: isSearching ? 'filtering' : 'idle' }}
      search={{
        mode: 'server',
        inputValue: text,
        onInputChange: setText,
        placeholder: find,
      }}
      isOpen={isOpen}
      onOpenChange={opens => {
        setOpen(opens);
        setText('');
      }}
      value={[...chosen]}
      onChange={keys => {
        onChange(keys.map(String).slice(-most));
        setText('');
        setOpen(most > 1);
      }}
    />
  );
}
