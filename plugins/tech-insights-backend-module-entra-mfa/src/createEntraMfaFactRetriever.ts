import type { AuthService } from '@backstage/backend-plugin-api';
import type {
  FactRetriever,
  TechInsightFact,
} from '@backstage-community/plugin-tech-insights-node';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntraMfaService } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { combineTeams } from './facts/combineTeams';
import { factSchema } from './facts/factSchema';
import { factsOfTeam } from './facts/factsOfTeam';
import { unknownTeam, type TeamFacts } from './facts/TeamFacts';
import type { FactsConfig } from './readFactsConfig';
import { readTeams } from './read/readTeams';

/**
 * Tells Tech Insights how each Group stands with MFA registration, and each entity by who owns it. Where the Entra MFA
 * backend cannot be asked, everything is told to be unknown: Tech Insights would go on with what it was told before.
 */
export function createEntraMfaFactRetriever(options: {
  auth: AuthService;
  catalog: CatalogService;
  entraMfa: EntraMfaService;
  config: FactsConfig;
}): FactRetriever {
  const { auth, catalog, entraMfa, config } = options;
  const { controls, kinds } = config;
  return {
    id: 'entraMfaFactRetriever',
    version: '0.1.0',
    title: 'MFA registration',
    description:
      'How each Group stands with MFA registration in Microsoft Entra, and each entity by who owns it',
    entityFilter: [{ kind: ['group', ...kinds] }],
    schema: factSchema(controls),
    async handler({ logger }) {
      const credentials = await auth.getOwnServiceCredentials();
      const teams = await readTeams(entraMfa, credentials, controls).catch(
        error => {
          logger.error(
            `How teams stand with MFA registration could not be read, so it is told to be unknown: ${error}`,
          );
          return new Map<string, TeamFacts>();
        },
      );
      const facts: TechInsightFact[] = [];
      const pages = catalog.streamEntities(
        {
          filter: { kind: ['group', ...kinds] },
          fields: [
            'kind',
            ...['metadata.name', 'metadata.namespace', 'relations'],
          ],
        },
        { credentials },
      );
      for await (const entities of pages) {
        for (const entity of entities) {
          const team = teamOf(entity, teams);
          if (team) {
            facts.push({
              entity: {
                kind: entity.kind,
                namespace: entity.metadata.namespace ?? 'default',
                name: entity.metadata.name,
              },
              facts: factsOfTeam(team, controls),
            });
          }
        }
      }
      return facts;
    },
  };
}

/** The Group itself, or who owns the entity; undefined where nobody does. Of a person nothing is told. */
function teamOf(
  entity: Entity,
  teams: ReadonlyMap<string, TeamFacts>,
): TeamFacts | undefined {
  const find = (ref: string) => teams.get(ref.toLowerCase()) ?? unknownTeam;
  if (entity.kind.toLowerCase() === 'group') {
    return find(stringifyEntityRef(entity));
  }
  const owners = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => find(targetRef));
  return owners.length > 0 ? combineTeams(owners, { addUp: false }) : undefined;
}
