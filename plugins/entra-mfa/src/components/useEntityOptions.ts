import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { refsIn } from './refsIn';

/** Which kinds of the catalog can be chosen. */
export type ChosenKind = 'User' | 'Group';

/** One that can be chosen. */
export interface EntityOption {
  /** Its ref, in lower case. */
  id: string;
  name: string;
}

/** How many of those that are found are offered: who looks for another one types more of the name. */
const OFFERED = 20;

const named = [
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
  'spec.profile.email',
];
const fields = ['kind', 'metadata.namespace', ...named];

const fits = ({ id, name }: EntityOption, term: string) =>
  [id, name].some(text => text.toLowerCase().includes(term.toLowerCase()));

/** Who of the catalog is offered for a text, and how those who are chosen are called: refs, in lower case. */
export function useEntityOptions(
  kinds: readonly ChosenKind[],
  text: string,
  chosen: readonly string[],
  isOpen: boolean,
): { options: EntityOption[]; isSearching: boolean } {
  const catalog = useApi(catalogApiRef);
  const [asked, setAsked] = useState('');
  const term = text.trim();
  useDebounce(() => setAsked(term), 250, [term]);
  const found = useQuery({
    queryKey: ['entra-mfa', 'catalog', kinds, asked],
    queryFn: () => find(catalog, kinds, asked),
    enabled: isOpen,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const known = useQuery({
    queryKey: ['entra-mfa', 'catalog', 'chosen', chosen],
    queryFn: () => nameAll(catalog, chosen),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled: chosen.length > 0,
  });
  const isSearching =
    asked !== term || found.isPlaceholderData || found.isPending;
  // What was found before is no answer to what is typed now: Enter would choose somebody else.
  const offered = (found.data ?? []).filter(
    option => !isSearching || fits(option, term),
  );
  const names = new Map(
    [...offered, ...(known.data ?? [])].map(option => [option.id, option]),
  );
  const ofRef = (ref: string) => names.get(ref) ?? { id: ref, name: ref };
  // Refs that are typed can be chosen whether the catalog has them or not; without a text, who is chosen comes first.
  const typed = term === '' ? [] : refsOf(kinds, term);
  const first = term === '' ? chosen : typed;
  return {
    options: [
      ...first.map(ofRef),
      ...offered.filter(({ id }) => !first.includes(id)),
    ],
    isSearching,
  };
}

function refsOf(kinds: readonly ChosenKind[], text: string): string[] {
  return (refsIn(text) ?? []).filter(ref =>
    kinds.some(kind => ref.startsWith(`${kind.toLowerCase()}:`)),
  );
}

async function find(
  catalog: CatalogApi,
  kinds: readonly ChosenKind[],
  term: string,
): Promise<EntityOption[]> {
  const { items } = await catalog.queryEntities({
    filter: { kind: [...kinds] },
    ...(term && { fullTextFilter: { term, fields: named } }),
    orderFields: [{ field: 'metadata.name', order: 'asc' }],
    limit: OFFERED,
    fields,
  });
  return items.map(toOption);
}

async function nameAll(
  catalog: CatalogApi,
  refs: readonly string[],
): Promise<EntityOption[]> {
  const { items } = await catalog.getEntitiesByRefs({
    entityRefs: [...refs],
    fields,
  });
  return items.flatMap(entity => (entity ? [toOption(entity)] : []));
}

function toOption(entity: Entity): EntityOption {
  const { displayName } = (entity.spec?.profile ?? {}) as {
    displayName?: string;
  };
  const { title, name: short } = entity.metadata;
  return {
    id: stringifyEntityRef(entity),
    name: displayName ?? title ?? short,
  };
}
