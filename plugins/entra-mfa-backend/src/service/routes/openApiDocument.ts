import {
  errorBodySchema,
  routes,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { version } from '../../../package.json';

const errors = {
  '400':
    'A parameter is wrong; the message names it and says what it should be',
  '401': 'Not signed in',
  '403': 'A permission is missing; the message names it',
  '404': 'There is no such thing, or none at that time',
} as const;

/** Describes the API from the contract that also checks its requests. */
export function openApiDocument(): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const [operationId, route] of Object.entries(routes)) {
    const accepted = ['startSync', 'releaseHold'].includes(operationId);
    const path: `/v1${string}` = `/v1${route.path}`;
    paths[path] = {
      // A path may have a route for each method.
      ...paths[path],
      [route.method]: {
        operationId,
        summary: route.summary,
        requestParams: { path: route.params, query: route.query },
        ...('body' in route && {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: route.body as z.ZodType },
            },
          },
        }),
        responses: {
          [accepted ? '202' : '200']: {
            description: accepted ? 'Accepted' : 'The answer',
            content: {
              'application/json': { schema: route.response },
              ...('format' in route.query.shape && {
                'text/csv': { schema: z.string() },
              }),
            },
          },
          ...Object.fromEntries(
            Object.entries(errors).map(([status, description]) => [
              status,
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
