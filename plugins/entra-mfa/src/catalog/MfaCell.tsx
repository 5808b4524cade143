import {
  parseEntityRef,
  RELATION_OWNED_BY,
  type Entity,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import { queryClientOf } from '../api/queryClientOf';
import { useWords } from '../messages/useWords';
import { loadGroup } from './loadGroup';
import { tagOfAll, teamTag, type TeamTag } from './teamTag';
import styles from './catalog.module.css';

/** How a Group stands, or the teams that own an entity, in a cell of the catalog's table. */
export function MfaCell({ entity }: { entity: Entity }) {
  return (
    <span className={styles.cell}>
      <Standing entity={entity} />
    </span>
  );
}

function Standing({ entity }: { entity: Entity }) {
  const { t } = useWords();
  if (entity.kind.toLowerCase() === 'group') {
    return <Tag tag={teamTag(entity)} />;
  }
  const owners = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
  if (owners.length === 0) return <>{t('catalog.noOwner')}</>;
  // Of a person, the catalog's table tells nothing.
  return owners.every(
    ref => parseEntityRef(ref).kind.toLowerCase() === 'group',
  ) ? (
    <OwnersTag refs={owners} />
  ) : (
    <>{t('catalog.ofPerson')}</>
  );
}

function OwnersTag({ refs }: { refs: string[] }) {
  const catalog = useApi(catalogApiRef);
  const { data, isPending } = useQuery(
    {
      queryKey: ['entra-mfa', 'tags', ...refs],
      queryFn: () => Promise.all(refs.map(ref => loadGroup(catalog, ref))),
      staleTime: 60_000,
    },
    queryClientOf(useApi(entraMfaApiRef)),
  );
  return isPending ? null : <Tag tag={tagOfAll((data ?? []).map(teamTag))} />;
}

function Tag({ tag: { target, coverage } }: { tag: TeamTag }) {
  const { t, inDecimals } = useWords();
  const word = t(`catalog.target.${target}`);
  return (
    <>
      {coverage === null
        ? word
        : t('catalog.figure', { figure: inDecimals(coverage), target: word })}
    </>
  );
}
