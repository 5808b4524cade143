import SwaggerParser from '@apidevtools/swagger-parser';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { openApiDocument } from './openApiDocument';

it('is a valid OpenAPI document', async () => {
  // The parser resolves references in place, so it gets a copy.
  const copy = JSON.parse(JSON.stringify(openApiDocument()));
  await expect(SwaggerParser.validate(copy)).resolves.toBeDefined();
});

it('describes every route with its parameters', () => {
  const { paths = {} } = openApiDocument();
  for (const [operationId, { method, path, query }] of Object.entries(routes)) {
    const operation = paths[`/v1${path}`]?.[method];
    expect(operation).toMatchObject({ operationId });
    const names = (operation?.parameters ?? []).map((parameter: object) =>
      'name' in parameter ? parameter.name : '',
    );
    expect(names).toEqual(expect.arrayContaining(Object.keys(query.shape)));
  }
  expect(Object.keys(paths)).toHaveLength(
    new Set(Object.values(routes).map(({ path }) => path)).size,
  );
});
