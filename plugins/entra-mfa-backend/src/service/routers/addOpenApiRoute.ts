import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import { openApiDocument } from '../routes/openApiDocument';

/** The description of the API. It holds no data, so whoever is signed in may read it. */
export function addOpenApiRoute(
  router: Router,
  httpAuth: HttpAuthService,
): void {
  const document = openApiDocument();
  router.get('/v1/openapi.json', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user', 'service'] });
    response.json(document);
  });
}
