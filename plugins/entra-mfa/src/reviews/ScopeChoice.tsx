import { useDeferredValue, useState } from 'react';
import { Select } from '@backstage/ui';
import {
  reviewScopeKinds,
  type ReviewScopeKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useOverview } from '../api/useOverview';
import { useRead } from '../api/useRead';
import { useWords } from '../messages/useWords';
import { usePageParams } from '../navigation/usePageParams';
import type { Opening } from './useOpening';

interface Named {
  id: string;
  name: string;
}

/** What of a kind can be reviewed: all roles, or the first groups or teams in whose name a text is. */
function useChoices(kind: Exclude<ReviewScopeKind, 'risks'>, q: string) {
  const { tenant } = usePageParams();
  const roles = useRead(
    'getRoles',
    {},
    { tenant },
    { keep: true, enabled: kind === 'role' },
  );
  const groups = useRead(
    'getEntraGroups',
    {},
    { tenant, q, sort: 'name', limit: 50 },
    { keep: true, enabled: kind === 'group' },
  );
  const teams = useRead(
    'getTeams',
    {},
    { tenant, q, sort: 'name', limit: 50 },
    { keep: true, enabled: kind === 'team' },
  );
  const choices: Record<typeof kind, Named[] | undefined> = {
    role: roles.data?.items?.map(({ id, name }) => ({ id, name: name ?? id })),
    group: groups.data?.items.map(({ id, name }) => ({ id, name })),
    team: teams.data?.items.map(({ ref, title }) => ({ id: ref, name: title })),
  };
  return choices[kind] ?? [];
}

/** Chooses which role, group or team. */
function OfKind(props: {
  kind: Exclude<ReviewScopeKind, 'risks'>;
  of: Named | null;
  onChange: (of: Named | null) => void;
}) {
  const { kind, of, onChange } = props;
  const { t } = useWords();
  const [text, setText] = useState('');
  const found = useChoices(kind, useDeferredValue(text));
  const choices =
    of && !found.some(({ id }) => id === of.id) ? [of, ...found] : found;
  const search = {
    inputValue: text,
    onInputChange: setText,
    placeholder: t('reviews.open.search'),
  };
  return (
    <Select
      label={t(`reviews.scope.${kind}`)}
      isRequired
      options={choices.map(({ id, name }) => ({ value: id, label: name }))}
      search={kind === 'role' ? search : { ...search, mode: 'server' }}
      value={of?.id ?? null}
      onChange={key => onChange(choices.find(({ id }) => id === key) ?? null)}
    />
  );
}

/** Says what is reviewed. A review of risks is offered while none is open, one of a group where groups are read. */
export function ScopeChoice(props: {
  opening: Opening;
  isRisksOpen: boolean;
  onChange: (change: Partial<Opening>) => void;
}) {
  const { opening, isRisksOpen, onChange } = props;
  const { kind, of } = opening;
  const { t } = useWords();
  const { data: overview } = useOverview(usePageParams());
  const kinds = reviewScopeKinds.filter(
    one =>
      (one !== 'risks' || !isRisksOpen || opening.every !== 'once') &&
      (one !== 'group' || overview?.readsEntraGroups),
  );
  return (
    <>
      <Select
        label={t('reviews.open.what')}
        options={kinds.map(value => ({
          value,
          label: t(`reviews.open.kind.${value}`),
        }))}
        value={kind}
        onChange={key =>
          onChange({ kind: kinds.find(one => one === key), of: null })
        }
      />
      {kind !== 'risks' && (
        <OfKind
          key={kind}
          kind={kind}
          of={of}
          onChange={chosen => onChange({ of: chosen })}
        />
      )}
      <p>{t(`reviews.open.about.${kind === 'risks' ? 'risks' : 'members'}`)}</p>
    </>
  );
}
