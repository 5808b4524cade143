import { rootSystemMetadataServiceFactory } from '@backstage/backend-defaults/rootSystemMetadata';
import {
  createBackendModule,
  type BackendFeature,
  type BackstageCredentials,
  type SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type ConditionalPolicyDecision,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  entraMfaAssessmentApprovePermission,
  entraMfaAssessmentAuditPermission,
  entraMfaAssessmentPreparePermission,
  entraMfaBreakGlassRecordPermission,
  entraMfaComplianceReadPermission,
  entraMfaConnectionForgetPermission,
  entraMfaConnectionManagePermission,
  entraMfaCountsReadPermission,
  entraMfaHoldReleasePermission,
  entraMfaExceptionDecidePermission,
  entraMfaExceptionRequestPermission,
  entraMfaPeopleExportPermission,
  entraMfaPeopleReadPermission,
  entraMfaPersonErasePermission,
  entraMfaRemindersManagePermission,
  entraMfaReviewConductPermission,
  entraMfaSyncPermission,
  entraMfaTargetOverridePermission,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  createEntraMfaPersonConditionalDecision,
  entraMfaClockExtensionPoint,
  entraMfaPersonConditions,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { IncomingMessage } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { entraMfaPlugin } from '../plugin';
import { clientId, type TestSync } from './TestSync';

function serviceHeader(subject: string): string {
  return mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'entra-mfa',
  });
}

/** The permissions of a narrowed service, as `accessRestrictions` of its token name them. */
const narrowed: Record<string, readonly string[]> = {
  'external:counts': [entraMfaCountsReadPermission.name],
  'external:status': [
    entraMfaCountsReadPermission.name,
    entraMfaPeopleReadPermission.name,
  ],
  'external:people': [entraMfaPeopleReadPermission.name],
};

/**
 * Who calls. The lead may see the people of Payments, as the policy names it; the owner those of the
 * teams that the catalog says they lead, which is Payments too; person 2 may see themselves.
 */
export const callers = {
  security: mockCredentials.user.header('user:default/security'),
  lead: mockCredentials.user.header('user:default/lead'),
  owner: mockCredentials.user.header('user:default/owner'),
  self: mockCredentials.user.header('user:default/person2'),
  /** Person 1, who sees everybody and may do everything, as security may. */
  decider: mockCredentials.user.header('user:default/person1'),
  countsOnly: mockCredentials.user.header('user:default/counts-only'),
  /** Who audits, and may do nothing else. */
  auditor: mockCredentials.user.header('user:default/auditor'),
  nobody: mockCredentials.user.header('user:default/nobody'),
  service: mockCredentials.service.header(),
  /** Services whose tokens a portal narrowed to permissions by name. */
  countsService: serviceHeader('external:counts'),
  statusService: serviceHeader('external:status'),
  peopleService: serviceHeader('external:people'),
  anonymous: mockCredentials.none.header(),
} as const;

export type Caller = keyof typeof callers;

/** What `entra-mfa.people.read` decides for a caller; everybody else may see all. */
const peopleDecisions: Record<string, PolicyDecision> = {
  'user:default/lead': createEntraMfaPersonConditionalDecision(
    entraMfaPeopleReadPermission,
    entraMfaPersonConditions.inTeams({ teamRefs: ['group:default/payments'] }),
  ),
  'user:default/owner': createEntraMfaPersonConditionalDecision(
    entraMfaPeopleReadPermission,
    entraMfaPersonConditions.isLedBy({ userRefs: ['user:default/owner'] }),
  ),
  'user:default/person2': createEntraMfaPersonConditionalDecision(
    entraMfaPeopleReadPermission,
    entraMfaPersonConditions.isSelf({ userRefs: ['user:default/person2'] }),
  ),
  'user:default/counts-only': { result: AuthorizeResult.DENY },
  'user:default/auditor': { result: AuthorizeResult.DENY },
};

/** The resource type and conditions of a caller whose decision is conditional. */
export function conditionsOf(caller: 'lead' | 'owner' | 'self') {
  const user = caller === 'self' ? 'person2' : caller;
  const { resourceType, conditions } = peopleDecisions[
    `user:default/${user}`
  ] as ConditionalPolicyDecision;
  return { resourceType, conditions };
}

const deny = { result: AuthorizeResult.DENY } as const;
const allow = { result: AuthorizeResult.ALLOW } as const;

const assessing: readonly string[] = [
  entraMfaAssessmentApprovePermission.name,
  entraMfaAssessmentAuditPermission.name,
  entraMfaAssessmentPreparePermission.name,
];

/** What somebody who sees counts only may not do, nor see. */
const changing: readonly string[] = [
  ...assessing,
  entraMfaComplianceReadPermission.name,
  entraMfaBreakGlassRecordPermission.name,
  entraMfaConnectionManagePermission.name,
  entraMfaConnectionForgetPermission.name,
  entraMfaExceptionDecidePermission.name,
  entraMfaExceptionRequestPermission.name,
  entraMfaSyncPermission.name,
  entraMfaHoldReleasePermission.name,
  entraMfaReviewConductPermission.name,
  entraMfaRemindersManagePermission.name,
  entraMfaTargetOverridePermission.name,
  entraMfaPersonErasePermission.name,
];

/** They ask for exceptions, which others decide. */
const requesters: readonly string[] = [
  'user:default/lead',
  'user:default/person2',
];

/** They see some people, conduct no reviews and erase nobody. */
const readers: readonly string[] = [...requesters, 'user:default/owner'];

function userOf(credentials: BackstageCredentials): string {
  return (
    (credentials.principal as { userEntityRef?: string }).userEntityRef ?? ''
  );
}

/** The names that a narrowed service has; undefined for anybody else. */
function namesOf(credentials: BackstageCredentials) {
  return narrowed[
    (credentials.principal as { subject?: string }).subject ?? ''
  ];
}

const permissions = mockServices.permissions.mock({
  authorize: async (requests, { credentials }) => {
    const names = namesOf(credentials as BackstageCredentials);
    if (names) {
      return requests.map(({ permission: { name } }) =>
        names.includes(name) ? allow : deny,
      );
    }
    const user = userOf(credentials as BackstageCredentials);
    return requests.map(({ permission }) =>
      user === 'user:default/nobody' ||
      (user === 'user:default/auditor' &&
        permission.name !== entraMfaAssessmentAuditPermission.name) ||
      (permission.name === entraMfaPeopleExportPermission.name &&
        user in peopleDecisions) ||
      (user === 'user:default/counts-only' &&
        changing.includes(permission.name)) ||
      (requesters.includes(user) &&
        permission.name === entraMfaExceptionDecidePermission.name) ||
      (readers.includes(user) &&
        (assessing.includes(permission.name) ||
          permission.name === entraMfaReviewConductPermission.name ||
          permission.name === entraMfaRemindersManagePermission.name ||
          permission.name === entraMfaTargetOverridePermission.name ||
          permission.name === entraMfaConnectionManagePermission.name ||
          permission.name === entraMfaConnectionForgetPermission.name ||
          permission.name === entraMfaPersonErasePermission.name))
        ? deny
        : allow,
    );
  },
  authorizeConditional: async (requests, { credentials }) => {
    const names = namesOf(credentials as BackstageCredentials);
    if (names) {
      return requests.map(
        ({ permission: { name } }) =>
          (names.includes(name) ? allow : deny) as typeof allow,
      );
    }
    const user = userOf(credentials as BackstageCredentials);
    const decision =
      user === 'user:default/nobody' ? deny : peopleDecisions[user] ?? allow;
    return requests.map(() => decision as typeof allow);
  },
});

/** A picture in SVG is text, which superagent takes for bytes. */
function asText(
  response: request.Response,
  done: (error: Error | null, body: unknown) => void,
): void {
  const message = response as unknown as IncomingMessage & { text: string };
  message.text = '';
  message.setEncoding('utf8');
  message.on('data', (part: string) => {
    message.text += part;
  });
  message.on('end', () => {
    const isJson = /json/.test(message.headers['content-type'] ?? '');
    done(null, isJson ? JSON.parse(message.text) : {});
  });
}

/** A running backend with the plugin, on the database and the clock of a test's sync. */
export interface TestApi {
  /** Where it listens. */
  address: string;
  get(path: string, caller?: Caller): request.Test;
  post(path: string, caller?: Caller): request.Test;
  /** What the permission backend asks when it has conditions and one resource. */
  applyConditions(items: object[]): request.Test;
  /** What the portal says of itself to who would restart it. */
  health(of: 'readiness' | 'liveness'): request.Test;
  /** The tasks that were started by hand. */
  triggered: string[];
  /** Runs what the plugin has scheduled under an id. */
  run(task: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the plugin as a portal does. Only the scheduler does nothing: the test syncs by itself. */
export async function startTestApi(
  sync: TestSync,
  config: object = {},
  features: BackendFeature[] = [],
): Promise<TestApi> {
  const triggered: string[] = [];
  const scheduled = new Map<string, SchedulerServiceTaskFunction>();
  const directory = mkdtempSync(join(tmpdir(), 'entra-mfa-'));
  const keyFile = join(directory, 'pseudonym.key');
  writeFileSync(keyFile, `${'0123456789abcdef'.repeat(4)}\n`);
  const backend = await startTestBackend({
    features: [
      entraMfaPlugin,
      createBackendModule({
        pluginId: 'entra-mfa',
        moduleId: 'test-clock',
        register(env) {
          env.registerInit({
            deps: { clock: entraMfaClockExtensionPoint },
            async init({ clock }) {
              clock.setClock(sync.clock);
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: {
          // Who takes actions from where, for assistants.
          backend: { actions: { pluginSources: ['entra-mfa'] } },
          entraMfa: {
            tenants: [
              {
                tenantId: sync.tenantId,
                clientId,
                clientSecret: 'not-used',
              },
            ],
            // The teams of tests are small: what is hidden of them has tests of its own.
            smallTeams: { hideBelow: 0 },
            // So are most callers: they are nobody in the directory.
            fourEyes: { unidentifiedMayDecide: true },
            exports: { pseudonymKeyFile: keyFile },
            ...config,
          },
        },
      }),
      mockServices.database.factory({
        knex: sync.knex,
        migrations: { skip: true },
      }),
      mockServices.scheduler.mock({
        triggerTask: async id => {
          triggered.push(id);
        },
        scheduleTask: async ({ id, fn }) => {
          scheduled.set(id, fn);
        },
      }).factory,
      permissions.factory,
      rootSystemMetadataServiceFactory,
      catalogServiceMock.factory(),
      ...features,
    ],
  });
  const send = (method: 'get' | 'post', path: string, caller: Caller) => {
    const sent = request(backend.server)
      [method](`/api/entra-mfa/v1${path}`)
      .set('Authorization', callers[caller]);
    return /^\/[\w-]+\.svg/.test(path) ? sent.buffer().parse(asText) : sent;
  };
  return {
    address: `http://localhost:${backend.server.port()}`,
    get: (path, caller = 'security') => send('get', path, caller),
    post: (path, caller = 'security') => send('post', path, caller),
    applyConditions: items =>
      request(backend.server)
        .post(
          '/api/entra-mfa/.well-known/backstage/permissions/apply-conditions',
        )
        .set('Authorization', callers.service)
        .send({ items }),
    health: of => request(backend.server).get(`/.backstage/health/v1/${of}`),
    triggered,
    run: async task => scheduled.get(task)?.(new AbortController().signal),
    async stop() {
      await backend.stop();
      rmSync(directory, { recursive: true });
    },
  };
}
