import type { AuthService } from '@backstage/backend-plugin-api';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import type {
  Metric,
  ThresholdConfig,
} from '@red-hat-developer-hub/backstage-plugin-scorecard-common';
import type { MetricProvider } from '@red-hat-developer-hub/backstage-plugin-scorecard-node';
import type { EntraMfaService } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { readShort, type Short } from './readShort';

const keptMs = 5 * 60_000;

/**
 * The metric `entraMfa.short`: how many people are missing to the target, of a Group or of the teams that own an entity.
 * The scorecard plugin asks for one entity at a time; all teams are read at once and kept for five minutes. What is not
 * known is an error of the metric with its reason: the plugin shows that, and no value.
 */
export class ShortMetricProvider implements MetricProvider<'number'> {
  readonly #auth: AuthService;
  readonly #entraMfa: EntraMfaService;
  #teams: Promise<Map<string, Short>> | undefined;
  #readAgainAt = 0;

  constructor(services: { auth: AuthService; entraMfa: EntraMfaService }) {
    this.#auth = services.auth;
    this.#entraMfa = services.entraMfa;
  }

  getProviderDatasourceId(): string {
    return 'entraMfa';
  }

  getProviderId(): string {
    return 'entraMfa.short';
  }

  getMetricType(): 'number' {
    return 'number';
  }

  getMetric(): Metric<'number'> {
    return {
      id: this.getProviderId(),
      title: 'People short of the MFA target',
      description:
        'How many people of the team have to register for MFA until it meets its target. An error where that is not known',
      type: 'number',
      history: true,
    };
  }

  getMetricThresholds(): ThresholdConfig {
    return {
      rules: [
        { key: 'success', expression: '<1' },
        { key: 'warning', expression: '1-5' },
        { key: 'error', expression: '>5' },
      ],
    };
  }

  getCatalogFilter(): Record<string, string[]> {
    return { kind: ['Group', 'Component', 'API', 'Resource', 'System'] };
  }

  async calculateMetric(entity: Entity): Promise<number> {
    const refs = teamsOf(entity);
    const teams = await this.#read();
    const known = refs.map(ref => {
      const short = teams.get(ref) ?? {
        notKnown: 'the last read had nobody of it',
      };
      if ('notKnown' in short) {
        throw new ServiceUnavailableError(
          `It is not known how ${ref} stands with MFA registration: ${short.notKnown}`,
        );
      }
      return short.people;
    });
    // Somebody may be in two of the teams, so they are not added up.
    return Math.max(...known);
  }

  #read(): Promise<Map<string, Short>> {
    const now = Date.now();
    if (!this.#teams || now >= this.#readAgainAt) {
      this.#readAgainAt = now + keptMs;
      this.#teams = this.#auth
        .getOwnServiceCredentials()
        .then(credentials => readShort(this.#entraMfa, credentials));
      this.#teams.catch(() => {
        this.#readAgainAt = 0;
      });
    }
    return this.#teams;
  }
}

/** The Group itself, or the teams that own the entity. Of a person nothing is told. */
function teamsOf(entity: Entity): string[] {
  if (entity.kind.toLowerCase() === 'group') {
    return [stringifyEntityRef(entity)];
  }
  const owners = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef.toLowerCase());
  if (owners.length === 0 || owners.some(ref => !ref.startsWith('group:'))) {
    throw new ServiceUnavailableError(
      `It is not known how ${stringifyEntityRef(
        entity,
      )} stands with MFA registration: ${
        owners.length === 0 ? 'nobody owns it' : 'a person owns it'
      }`,
    );
  }
  return owners;
}
