import type { Entity } from '@backstage/catalog-model';
import {
  groupEntity,
  ownedEntity,
  userEntity,
} from '../../src/__testUtils__/rows';
import { userOf } from '../callers';
import { padded } from './AttackedTenant';

/** How a catalog can be wrong. */
export const lies = [
  'empty',
  'half',
  'down',
  'duplicate',
  'cycle',
  'stranger',
  'hostile',
] as const;

/** One of {@link lies}. */
export type Lie = (typeof lies)[number];

const parents: Record<string, string | undefined> = {
  engineering: undefined,
  payments: 'engineering',
  checkout: 'payments',
  platform: 'engineering',
  field: undefined,
  vacant: undefined,
};

/** Where odd numbers may belong, and even ones: of these nobody ever sees Payments' people. */
const homes = [
  ['field', 'platform', 'field'],
  ['payments', 'checkout', 'engineering', 'platform'],
] as const;

/** Both tenants' people in teams: the truth, and what is told instead. */
export class AttackedCatalog {
  readonly #teams = new Map<number, string[]>();
  /** Whoever was in Payments or below at some time. */
  readonly everInPayments = new Set<number>();

  /** Puts somebody into one or two teams, or into none. */
  place(number: number, random: number): void {
    const own: readonly string[] = homes[number % 2];
    const first = own[random % own.length];
    const second = own[(random >> 4) % own.length];
    this.#teams.set(
      number,
      random % 23 === 0
        ? []
        : [...new Set(random % 5 ? [first] : [first, second])],
    );
    if (this.membersOf('payments').has(number)) {
      this.everInPayments.add(number);
    }
  }

  get numbers(): number[] {
    return [...this.#teams.keys()];
  }

  /** The teams, whether or not somebody is in them. */
  get teams(): string[] {
    return Object.keys(parents);
  }

  /** Everybody in a team and below, each once. */
  membersOf(team: string): Set<number> {
    const below = this.teams.filter(one => isBelow(one, team));
    return new Set(
      [...this.#teams].flatMap(([number, own]) =>
        own.some(one => below.includes(one)) ? [number] : [],
      ),
    );
  }

  /** What a catalog answers with, which may be down. */
  tell(lie: Lie | null): Entity[] | null {
    if (lie === 'down') {
      return null;
    }
    if (lie === 'empty') {
      return [];
    }
    const users = this.numbers.map(number =>
      from('msgraph:default/contoso', this.#user(number)),
    );
    const groups = this.teams.map(team =>
      from('msgraph:default/contoso', this.#group(team, lie)),
    );
    const services = [
      ownedEntity('checkout-web', ['group:default/checkout']),
      ownedEntity('field-app', ['group:default/field']),
    ].map(service => from('url:https://git.example/service.yaml', service));
    return [
      ...(lie === 'half' ? users.slice(users.length / 2) : users),
      ...groups,
      ...services,
      ...this.#foreign(lie),
    ];
  }

  #user(number: number) {
    const { metadata, spec } = userEntity(number);
    return {
      ...userEntity(number, this.#teams.get(number)),
      metadata: { ...metadata, name: `userx${padded(number)}` },
      spec: {
        ...spec,
        profile: { email: `mailx${padded(number)}@contoso.example` },
      },
    };
  }

  #group(team: string, lie: Lie | null) {
    const group = groupEntity(team, parents[team]);
    const childOf = (name: string) => ({
      type: 'childOf',
      targetRef: `group:default/${name}`,
    });
    const relations: { type: string; targetRef: string }[] = [
      ...group.relations,
      ...(team === 'payments'
        ? [{ type: 'ownedBy', targetRef: userOf.owner }]
        : []),
      ...(lie === 'cycle' && team === 'payments' ? [childOf('checkout')] : []),
      ...(lie === 'hostile' && (team === 'engineering' || team === 'field')
        ? [childOf('hostile')]
        : []),
    ];
    return { ...group, relations };
  }

  #foreign(lie: Lie | null): Entity[] {
    const source = 'url:https://git.example/of-somebody.yaml';
    if (lie === 'hostile') {
      const group = groupEntity('hostile');
      return [
        from(source, {
          ...group,
          metadata: {
            ...group.metadata,
            annotations: { 'entra-mfa/lead': userOf.attacker },
          },
          spec: { type: 'team', children: ['engineering', 'field'] },
          relations: ['engineering', 'field'].map(name => ({
            type: 'parentOf',
            targetRef: `group:default/${name}`,
          })),
        }),
      ];
    }
    if (lie === 'duplicate') {
      const twin = this.#user(this.numbers.at(-1)!);
      return [
        from(source, {
          ...twin,
          metadata: { name: 'twin', namespace: 'hr', annotations: {} },
        }),
      ];
    }
    if (lie === 'stranger') {
      const stranger = userEntity(990, ['field']);
      return [
        from(source, {
          ...stranger,
          metadata: { ...stranger.metadata, name: 'userx990' },
        }),
      ];
    }
    return [];
  }
}

function isBelow(team: string, of: string): boolean {
  const parent = parents[team];
  return team === of || (parent !== undefined && isBelow(parent, of));
}

/** An entity with where it comes from. */
function from(
  location: string,
  entity: Omit<Entity, 'apiVersion'> | object,
): Entity {
  const { metadata, ...rest } = entity as Entity;
  return {
    ...rest,
    apiVersion: 'backstage.io/v1alpha1',
    metadata: {
      namespace: 'default',
      ...metadata,
      annotations: {
        ...metadata.annotations,
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
      },
    },
  };
}
