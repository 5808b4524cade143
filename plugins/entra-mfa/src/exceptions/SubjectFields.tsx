import { useDeferredValue, useState } from 'react';
import { Select, TextField } from '@backstage/ui';
import { useRead } from '../api/useRead';
import { camel } from '../messages/camel';
import { usePageParams } from '../navigation/usePageParams';
import { useTeamOptions } from '../teams/useTeamOptions';
import { useWords } from '../messages/useWords';
import { EntraGroupField } from './EntraGroupField';
import { SearchedSelect } from './SearchedSelect';
import type { Subject, SubjectProps } from './SubjectProps';

const kinds = ['person', 'group', 'entra-group', 'rule'] as const;

/** Finds a person among those whom the reader may see. */
function PersonField({ subject, onChange }: SubjectProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const { tenant } = usePageParams();
  const q = useDeferredValue(text);
  const { data } = useRead(
    'getPeople',
    {},
    { tenant, q, sort: 'name', limit: 30 },
    { keep: true },
  );
  return (
    <SearchedSelect
      label={t('exceptions.ask.person')}
      find={t('exceptions.ask.findPerson')}
      text={text}
      onTextChange={setText}
      options={(data?.items ?? []).map(person => ({
        value: person.id,
        label: `${person.displayName} (${person.userPrincipalName})`,
      }))}
      value={subject?.kind === 'person' ? subject.id ?? null : null}
      onChange={id => onChange(id === null ? null : { kind: 'person', id })}
    />
  );
}

/** Finds a team. */
function GroupField({ subject, onChange }: SubjectProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const { data } = useTeamOptions(usePageParams(), useDeferredValue(text));
  return (
    <SearchedSelect
      label={t('exceptions.ask.group')}
      find={t('exceptions.ask.findGroup')}
      text={text}
      onTextChange={setText}
      options={(data?.items ?? []).map(team => ({
        value: team.ref,
        label: team.title,
      }))}
      value={subject?.kind === 'group' ? subject.ref : null}
      onChange={ref => onChange(ref === null ? null : { kind: 'group', ref })}
    />
  );
}

/** For whom an exception is asked: a person, a team, an Entra group or a rule. */
export function SubjectFields(props: SubjectProps) {
  const { t } = useWords();
  const [kind, setKind] = useState<Subject['kind']>('person');
  const { subject, onChange } = props;
  return (
    <>
      <Select
        label={t('exceptions.ask.kind')}
        options={kinds.map(value => ({
          value,
          label: t(`exceptions.ask.kinds.${camel(value)}`),
        }))}
        value={kind}
        onChange={key => {
          setKind(kinds.find(value => value === key) ?? 'person');
          onChange(null);
        }}
      />
      {kind === 'person' && <PersonField {...props} />}
      {kind === 'group' && <GroupField {...props} />}
      {kind === 'entra-group' && <EntraGroupField {...props} />}
      {kind === 'rule' && (
        <TextField
          label={t('exceptions.ask.pattern')}
          description={t('exceptions.ask.patternHint')}
          isRequired
          maxLength={200}
          value={subject?.kind === 'rule' ? subject.pattern : ''}
          onChange={pattern =>
            onChange(pattern ? { kind: 'rule', pattern } : null)
          }
        />
      )}
    </>
  );
}
