import { errorBodySchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { version } from '../../../package.json';
import type { Entry } from './Entry';
import { routeTable } from './routeTable';

const errors = {
  '400':
    'A parameter is wrong; the message names it and says what it should be',
  '401': 'Not signed in',
  '403': 'A permission is missing; the message names it',
  '404': 'There is no such thing, or none at that time',
} as const;

const descriptions: Record<Entry['status'], string> = {
  200: 'The answer',
  201: 'On record',
  202: 'Accepted',
};

/** Describes the API from the contract that also checks its requests. */
export function openApiDocument(): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const { route, status } of Object.values(routeTable)) {
    const path: `/v1${string}` = `/v1${route.path}`;
    paths[path] = {
      // A path may have a route for each method.
      ...paths[path],
      [route.method]: {
        operationId: route.name,
        summary: route.summary,
        requestParams: { path: route.params, query: route.query },
        ...(route.body && {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: route.body } },
          },
        }),
        responses: {
          [status]: {
            description: descriptions[status],
            content: Object.fromEntries(
              route.mediaTypes.map(mediaType => [
                mediaType,
                { schema: route.response ?? z.string() },
              ]),
            ),
          },
          ...Object.fromEntries(
            Object.entries(errors).map(([error, description]) => [
              error,
              {
                description,
                content: { 'application/json': { schema: errorBodySchema } },
              },
            ]),
          ),
        },
      },
    };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Entra MFA',
      version,
      description:
        'MFA registration from Microsoft Entra by team of the software catalog.',
    },
    servers: [{ url: '/api/entra-mfa' }],
    paths,
  });
}
