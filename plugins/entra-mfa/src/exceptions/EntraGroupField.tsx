import { useDeferredValue, useState } from 'react';
import { TextField } from '@backstage/ui';
import { useOverview } from '../api/useOverview';
import { useRead } from '../api/useRead';
import { useWords } from '../messages/useWords';
import { usePageParams } from '../navigation/usePageParams';
import { SearchedSelect } from './SearchedSelect';
import type { SubjectProps } from './SubjectProps';

/** Finds an Entra group among those that the portal reads, by name; where it reads none, takes an object id. */
export function EntraGroupField({ subject, onChange }: SubjectProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const params = usePageParams();
  const { data: overview } = useOverview(params);
  const isRead = overview?.readsEntraGroups === true;
  const { tenant } = params;
  const q = useDeferredValue(text);
  const { data } = useRead(
    'getEntraGroups',
    {},
    { tenant, q, sort: 'name', limit: 50 },
    { keep: true, enabled: isRead },
  );
  const id = subject?.kind === 'entra-group' ? subject.id : null;
  const change = (to: string | null) =>
    onChange(to ? { kind: 'entra-group', id: to } : null);
  return isRead ? (
    <SearchedSelect
      label={t('exceptions.ask.entraGroup')}
      find={t('exceptions.ask.findEntraGroup')}
      text={text}
      onTextChange={setText}
      options={(data?.items ?? []).map(group => ({
        value: group.id,
        label: group.name,
      }))}
      value={id}
      onChange={change}
    />
  ) : (
    <TextField
      label={t('exceptions.ask.entraGroupId')}
      description={t('exceptions.ask.entraGroupIdHint')}
      isRequired
      maxLength={36}
      value={id ?? ''}
      onChange={value => change(value.trim())}
    />
  );
}
