import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { groupEntity, userEntity } from '../__testUtils__/rows';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { createTestTenant } from '../__testUtils__/testTenant';
import { testRules, type TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const origin = 'backstage.io/managed-by-origin-location';
const attack = 'url:https://github.com/mallory/x/blob/main/catalog-info.yaml';

type Entity = {
  kind: string;
  metadata: { name: string; annotations?: Record<string, string> };
  relations: { type: string; targetRef: string }[];
  spec: object;
};

let sync: TestSync;
let api: TestApi | undefined;

/** Says of every entity where it comes from. */
function from(
  source: string | ((entity: Entity) => string),
  rows: unknown[][],
) {
  return rows.map(page =>
    (page as Entity[]).map(entity => ({
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          [origin]: typeof source === 'string' ? source : source(entity),
        },
      },
    })),
  );
}

/** A User whose own entity says the teams, as the provider writes it. */
const saying = (number: number, groups: string[]) => ({
  ...userEntity(number, groups),
  spec: { memberOf: groups },
});

/** A Group of somebody who leads it, with Engineering as its child: the relation is on both. */
function giveThemselvesPeople() {
  const { pages } = sync.source;
  const [groups] = pages['catalog-groups'] as Entity[][];
  pages['catalog-groups'] = [
    groups.map(group =>
      group.metadata.name === 'engineering'
        ? {
            ...group,
            relations: [
              { type: 'childOf', targetRef: 'group:default/aaa-mallory' },
            ],
          }
        : group,
    ),
    from(attack, [
      [
        {
          ...groupEntity('aaa-mallory'),
          relations: [{ type: 'ownedBy', targetRef: 'user:default/person2' }],
        },
      ],
    ])[0],
  ];
}

const start = async (teamSources?: string[]) => {
  await sync.run({
    rules: { ...testRules, ...(teamSources && { teamSources }) },
  });
  api = await startTestApi(sync);
};

const team = async (name: string) => {
  const { status, body } = await api!.get(`/teams/group/default/${name}`);
  return status === 200 ? routes.getTeam.response.parse(body) : status;
};

beforeEach(async () => {
  sync = await createTestTenant(await databases.init('SQLITE_3'));
});

afterEach(() => api?.stop());

describe.each([
  ['a file', (_: Entity) => 'file:/org/all.yaml', [0]],
  [
    'the directory',
    ({ metadata }: Entity) => `msgraph:contoso/${metadata.name}`,
    [],
  ],
])('where teams come from %s', (_, source, theirs) => {
  beforeEach(() => {
    const { pages } = sync.source;
    for (const dataSet of [
      'catalog-users',
      'catalog-groups',
      'catalog-memberships',
    ] as const) {
      pages[dataSet] = from(source, pages[dataSet]!);
    }
  });

  it('no Group of another source becomes the parent of a team', async () => {
    giveThemselvesPeople();
    await start();
    expect(await team('engineering')).toMatchObject({
      counts: { people: 5 },
    });
    const { body } = await api!.get('/teams?limit=200');
    const found = body.items.filter(
      ({ ref }: { ref: string }) => ref === 'group:default/aaa-mallory',
    );
    expect(found.map(({ people }: { people: number }) => people)).toEqual(
      theirs,
    );
  });

  it('no User of another source makes itself a member', async () => {
    const { pages } = sync.source;
    const { relations, spec } = saying(12, ['field']);
    const user = {
      ...userEntity(12),
      relations,
      spec: { ...userEntity(12).spec, ...spec },
    };
    const rows = from(attack, [[user]]);
    pages['catalog-users']!.push(rows[0]);
    pages['catalog-memberships']!.push(rows[0]);
    await start();
    expect(await team('field')).toMatchObject({ counts: { people: 4 } });
    const { body } = await api!.get('/people?q=person12');
    expect(body.items).toMatchObject([{ entityRef: 'user:default/person12' }]);
  });

  it('a configured source is as the others that are', async () => {
    giveThemselvesPeople();
    await start([
      'file:/org/all.yaml',
      'msgraph:contoso',
      'url:https://github.com/mallory/x',
    ]);
    expect(await team('aaa-mallory')).toMatchObject({ counts: { people: 5 } });
  });
});
