import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { rawBodies } from '../rawTables';
import { phoneColumns, phoneFigures } from './phoneEnds';
import type { Recount, Recounted } from './types';

/** The owners of each service, each person once, and what a team in the middle of the tree reaches. */
export async function recountReach({
  knex,
  api,
  pairs,
}: Recount): Promise<Recounted> {
  for (const statement of [
    `CREATE TABLE raw_owner AS SELECT json_extract(body, '$.entityRef') AS entity,
      json_extract(body, '$.ownerRef') AS owner FROM ${rawBodies(
        'catalog-ownership',
      )}`,
    `CREATE TABLE raw_owning AS
      SELECT o.entity, m.id FROM raw_owner o
        JOIN raw_above a ON a.team = o.owner JOIN raw_membership m ON m.team = a.sub_team
      UNION
      SELECT o.entity, c.id FROM raw_owner o
        JOIN raw_catalog_user c ON 'user:default/' || c.id = o.owner`,
  ]) {
    await knex.raw(statement);
  }
  const { body } = await api.get('/services?limit=200');
  const { items, groups } = routes.getServices.response.parse(body);
  expect(items.length).toBeGreaterThan(20);
  expect(groups!.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
  const rows: object[] = await knex.raw(
    `SELECT e.entity AS ref, count(p.id) AS people,
      total(p.state = 'covered') AS covered, total(p.state = 'uncovered') AS uncovered,
      total(p.state = 'unknown') AS unknown, 0 AS exempt,
      ${phoneColumns},
      total(p.state = 'uncovered' AND p.privileged) AS privilegedUncovered,
      (SELECT count(*) FROM raw_owner o WHERE o.entity = e.entity
        AND o.owner NOT IN (SELECT team FROM raw_above)
        AND o.owner NOT IN (SELECT 'user:default/' || c.id FROM raw_catalog_user c
          JOIN raw_person USING (id))) AS ownersNotFound
     FROM (SELECT DISTINCT entity FROM raw_owner) e
     LEFT JOIN raw_owning w ON w.entity = e.entity
     LEFT JOIN raw_person p ON p.id = w.id GROUP BY 1 ORDER BY 1`,
  );
  const team = 'group:default/team-1';
  const reached = routes.getTeamServices.response.parse(
    (await api.get('/teams/group/default/team-1/services?limit=200')).body,
  );
  const through: Record<string, number> = {};
  for (const one of reached.items) {
    through[one.through] = (through[one.through] ?? 0) + 1;
  }
  expect(Object.keys(through)).toHaveLength(3);
  return {
    told: {
      services: items
        .map(({ ref, owners }) => {
          const { phoneEnds, phoneOnly, ...figure } = owners!;
          const phone = phoneFigures({ phoneEnds, phoneOnly });
          return { ref, ...figure, ...phone };
        })
        .sort((a, b) => (a.ref < b.ref ? -1 : 1)),
      through,
    },
    counted: {
      services: rows,
      through: await pairs(
        `SELECT CASE min(way) WHEN 1 THEN 'owner' WHEN 2 THEN 'sub-team' ELSE 'parent' END AS name,
          count(*) OVER (PARTITION BY min(way)) AS n
         FROM (SELECT o.entity, CASE WHEN o.owner = '${team}' THEN 1
             WHEN a.team = '${team}' THEN 2 ELSE 3 END AS way
           FROM raw_owner o JOIN raw_above a ON (a.team = '${team}' AND a.sub_team = o.owner)
             OR (a.sub_team = '${team}' AND a.team = o.owner))
         GROUP BY entity`,
      ),
    },
  };
}
