import { problemSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { organization } from '../collectors/organization';
import { InvalidRowError } from '../collectors/InvalidRowError';
import { catalogUsers } from '../collectors/catalogUsers';
import { featureSummary } from '../collectors/featureSummary';
import { registrations } from '../collectors/registrations';
import { roleEligibility } from '../collectors/roleEligibility';
import { users } from '../collectors/users';
import {
  ConnectionError,
  EmptyAnswerError,
  EndlessPagesError,
  GraphRequestError,
  PageTokenExpiredError,
  ShrunkAnswerError,
  SignInError,
} from './errors';
import { explain } from './explain';
import { readAnswer } from './readAnswer';
import type { ProblemContext } from './types';

const context: ProblemContext = {
  tenantId: '9632810c-f3ce-4279-9468-4a8946a56bd1',
  clientId: '3d4fc25d-a35e-42bb-93ec-d3d11676ac23',
  collector: registrations,
};

/** As Graph would answer: every text that could be taken over holds something that must not be. */
async function answered(
  status: number,
  code: string,
  message = 'ada@contoso.com $skiptoken=secret',
) {
  const body = JSON.stringify({ error: { code, message, innerError: {} } });
  return readAnswer(new Response(body, { status }), new Date()).catch(
    error => error,
  );
}

describe('explain', () => {
  it.each<[number, string, string, string, RegExp]>([
    [400, 'BadRequest', 'failed', 'query-refused', /update the plugin/i],
    [400, 'Request_UnsupportedQuery', 'failed', 'query-refused', /update/i],
    [400, 'AadPremiumLicenseRequired', 'skipped', 'no-licence', /licence/i],
    [403, 'AadPremiumLicenseRequired', 'skipped', 'no-licence', /licence/i],
    [
      400,
      'Directory_ExpiredPageToken',
      'failed',
      'page-token-expired',
      /first page/,
    ],
    [400, 'SYNCSTATENOTFOUND', 'failed', 'page-token-expired', /first page/],
    [410, 'resyncRequired', 'failed', 'page-token-expired', /first page/],
    [401, 'InvalidAuthenticationToken', 'failed', 'token-refused', /`cloud`/],
    [
      401,
      'Authorization_IdentityNotFound',
      'failed',
      'app-not-found',
      /consent/,
    ],
    [403, 'Authorization_RequestDenied', 'skipped', 'no-permission', /consent/],
    [
      403,
      'Authentication_MSGraphPermissionMissing',
      'skipped',
      'no-permission',
      /AuditLog.Read.All/,
    ],
    [
      403,
      'Authentication_RequestFromUnsupportedUserRole',
      'skipped',
      'reader-role',
      /Global Reader/,
    ],
    [
      403,
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
      'skipped',
      'no-licence',
      /licence/i,
    ],
    [403, 'accessDenied', 'skipped', 'no-permission', /consent/],
    [403, '', 'failed', 'denied', /proxy/],
    [404, 'Request_ResourceNotFound', 'failed', 'not-found', /cloud/],
    [
      429,
      'TooManyRequests',
      'failed',
      'throttled',
      /app registration of its own/,
    ],
    [500, 'InternalServerError', 'failed', 'graph-unavailable', /tries again/],
    [503, 'serviceNotAvailable', 'failed', 'graph-unavailable', /tries again/],
    [501, 'NotImplemented', 'failed', 'query-refused', /update the plugin/i],
  ])('%i %s is %s: %s', async (status, code, outcome, problemCode, action) => {
    const error = await answered(status, code);
    const explanation = explain(error, context);
    expect(explanation).toMatchObject({
      outcome,
      problem: {
        code: problemCode,
        action: expect.stringMatching(action),
        dataSet: 'registrations',
      },
    });
    expect(problemSchema.parse(explanation.problem)).toEqual(
      explanation.problem,
    );
    expect(JSON.stringify(explanation) + error.message).not.toMatch(
      /ada@|secret/,
    );
  });

  it.each([
    [400, 'BadRequest'],
    [403, 'Authentication_MSGraphPermissionMissing'],
    [403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant'],
    [404, 'Request_ResourceNotFound'],
  ])(
    'asks nobody for anything where Graph answers %i %s to what it need not give',
    async (status, code) => {
      const error = await answered(status, code);
      expect(
        explain(error, { ...context, collector: featureSummary }),
      ).toMatchObject({
        outcome: 'skipped',
        problem: {
          code: 'not-answered',
          message: expect.stringContaining(String(status)),
          action: expect.stringContaining('Nothing needs to be done'),
        },
      });
    },
  );

  it.each([
    [undefined, 'skipped', 'no-licence'],
    [null, 'skipped', 'no-licence'],
    ['P1', 'skipped', 'no-licence'],
    ['P2', 'failed', 'licence-check-failed'],
  ] as const)(
    'takes a tenant with %s for one where eligible roles are %s: %s',
    async (premium, outcome, code) => {
      const error = await answered(400, 'AadPremiumLicenseRequired');
      const collector = roleEligibility;
      const { problem, outcome: found } = explain(error, {
        ...context,
        collector,
        premium,
      });
      expect([found, problem.code]).toEqual([outcome, code]);
      expect(problem.message).toContain('P2 or Governance');
    },
  );

  it.each([
    [null, 'skipped', 'no-licence'],
    ['P1', 'skipped', 'no-licence'],
    ['P2', 'skipped', 'no-permission'],
    [undefined, 'skipped', 'no-permission'],
  ] as const)(
    'takes a refusal of eligible roles in a tenant with %s for %s: %s',
    async (premium, outcome, code) => {
      for (const refusal of ['PermissionScopeNotGranted', 'Forbidden']) {
        const error = await answered(403, refusal);
        const found = explain(error, {
          ...context,
          collector: roleEligibility,
          premium,
        });
        expect([found.outcome, found.problem.code]).toEqual([outcome, code]);
      }
    },
  );

  it.each([
    [
      'AccessDenied',
      'Your tenant is not licensed for this feature.',
      'no-licence',
    ],
    [
      'Forbidden',
      'Your tenant is not licensed for this feature.',
      'no-licence',
    ],
    [
      'AccessDenied',
      'Required scopes are missing in the token.',
      'no-permission',
    ],
  ])('tells %s "%s" apart by its text: %s', async (code, message, expected) => {
    const { problem } = explain(await answered(403, code, message), context);
    expect(problem.code).toBe(expected);
  });

  it('does not believe that there is no licence when the tenant shows one', async () => {
    const error = await answered(
      403,
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    );
    expect(explain(error, { ...context, premium: 'P1' })).toMatchObject({
      outcome: 'failed',
      problem: { code: 'licence-check-failed' },
    });
    expect(explain(error, { ...context, premium: null })).toMatchObject({
      outcome: 'skipped',
      problem: { code: 'no-licence' },
    });
  });

  const missingScope = JSON.stringify({
    errorCode: 'PermissionScopeNotGranted',
    message:
      'Authorization failed due to missing permission scope RoleEligibilitySchedule.ReadWrite.Directory,RoleManagement.ReadWrite.Directory.',
    instanceAnnotations: [],
  });

  it.each(['UnknownError', 'unknownError', ''])(
    'reads the reason that role management hides in the message of "%s"',
    async outer => {
      const error = await answered(403, outer, missingScope);
      const collector = roleEligibility;
      const { outcome, problem } = explain(error, { ...context, collector });
      expect(outcome).toBe('skipped');
      expect(problem.code).toBe('no-permission');
      expect(problem.message).toBe(
        `RoleManagement.Read.Directory is missing on app ${context.clientId}: it may not read Eligible role assignments.`,
      );
      expect(problem.action).not.toContain('ReadWrite');
    },
  );

  it.each<[string, string | undefined, object]>([
    ['with text around it', `Refused: ${missingScope} (403)`, {}],
    ['in another case', '{"ErrorCode": "permissionscopenotgranted"}', {}],
    ['as JSON within JSON', JSON.stringify(missingScope), {}],
    ['as a word', 'PermissionScopeNotGranted: see the scopes', {}],
    [
      'in the inner error',
      undefined,
      { innerError: { code: 'PermissionScopeNotGranted' } },
    ],
    [
      'in an error within the inner error',
      '',
      {
        innerError: {
          code: 'generalException',
          innererror: { errorCode: 'PermissionScopeNotGranted' },
        },
      },
    ],
  ])('reads the reason %s', async (_, message, inner) => {
    const body = { error: { code: 'UnknownError', message, ...inner } };
    const error = await readAnswer(
      new Response(JSON.stringify(body), { status: 403 }),
      new Date(),
    ).catch(caught => caught);
    const collector = roleEligibility;
    const { outcome, problem } = explain(error, { ...context, collector });
    expect([outcome, problem.code]).toEqual(['skipped', 'no-permission']);
  });

  it.each([
    ['{"errorCode":"token eyJhbGciOi"}'],
    ['{"errorCode":7}'],
    ['{"errorCode":'],
    ['null'],
  ])('takes nothing else out of a message: %s', async message => {
    const error = await answered(403, 'UnknownError', message);
    const explanation = explain(error, context);
    expect(explanation.problem.code).toBe('denied');
    expect(JSON.stringify(explanation)).not.toContain('eyJ');
  });

  it('does not take a reason out of the message where the code says it', async () => {
    const error = await answered(
      403,
      'Authorization_RequestDenied',
      missingScope,
    );
    expect(error.code).toBe('Authorization_RequestDenied');
  });

  it.each([
    ['Authentication_MSGraphPermissionMissing', null],
    ['Authentication_RequestFromNonPremiumTenantOrB2CTenant', null],
    ['Authentication_RequestFromNonPremiumTenantOrB2CTenant', undefined],
    ['Authorization_RequestDenied', 'P2'],
    ['', 'P2'],
  ] as const)(
    'takes a 403 %s after the first page for a failure of its own',
    async (code, premium) => {
      const error = await answered(403, code);
      error.midway = true;
      const { outcome, problem } = explain(error, { ...context, premium });
      expect(outcome).toBe('failed');
      expect(problem.code).toBe('refused-midway');
      expect(problem.action).toContain('no missing permission');
      expect(problem.action).toContain('no missing licence');
      expect(problem.action).toContain('pages that were read are kept');
      expect(
        explain(error, { ...context, collector: roleEligibility }).problem
          .action,
      ).not.toContain('are kept');
    },
  );

  it('names what Microsoft names when its licence check misfires, also midway', async () => {
    const error = await answered(
      403,
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    );
    for (const midway of [false, true]) {
      error.midway = midway;
      const { outcome, problem } = explain(error, {
        ...context,
        premium: 'P1',
      });
      expect([outcome, problem.code]).toEqual([
        'failed',
        'licence-check-failed',
      ]);
      expect(problem.action).toContain('Directory.Read.All');
      expect(problem.action).toContain('is kept');
    }
  });

  it.each([organization, users, registrations])(
    'names the permission, the app and the tenant: $id',
    async collector => {
      const error = await answered(403, 'Authorization_RequestDenied');
      const { problem } = explain(error, { ...context, collector });
      const text = problem.message + problem.action;
      expect(text).toContain(collector.permission);
      expect(text).toContain(context.clientId);
      expect(text).toContain(context.tenantId);
      expect(text).toContain('Global Administrator');
      expect(text).toContain('sync again');
    },
  );

  it.each<[number, string]>([
    [7000215, 'secret-wrong'],
    [7000222, 'secret-expired'],
    [7000218, 'credential-refused'],
    [700024, 'clock-skew'],
    [7000229, 'app-not-found'],
    [5000225, 'tenant-blocked'],
    [9002331, 'wrong-account-type'],
    [500021, 'tenant-restricted'],
    [500014, 'graph-disabled'],
    [50196, 'sign-in-throttled'],
    [90055, 'sign-in-throttled'],
    [700016, 'app-not-found'],
    [7000112, 'app-disabled'],
    [90002, 'tenant-not-found'],
    [900023, 'tenant-not-found'],
    [90038, 'wrong-cloud'],
    [900432, 'wrong-cloud'],
    [500011, 'wrong-cloud'],
    [70011, 'wrong-cloud'],
    [65001, 'no-consent'],
    [700027, 'credential-refused'],
    [700213, 'credential-refused'],
    [53003, 'blocked-by-policy'],
    [1234567, 'sign-in-refused'],
  ])('sign-in AADSTS%i is %s', (number, code) => {
    const error = new SignInError('invalid_client', number, false);
    expect(explain(error, context)).toMatchObject({
      outcome: 'failed',
      problem: { code, action: expect.stringMatching(/\w/) },
    });
  });

  it('says that sign-in is away when it is', () => {
    const error = new SignInError('temporarily_unavailable', 90033, true);
    expect(explain(error, context).problem.code).toBe('sign-in-unavailable');
  });

  it.each([
    [
      new ConnectionError('unreachable', 'ECONNREFUSED'),
      'unreachable',
      'ECONNREFUSED',
    ],
    [
      new ConnectionError('certificate', 'SELF_SIGNED_CERT_IN_CHAIN'),
      'certificate',
      'NODE_EXTRA_CA_CERTS',
    ],
    [new ConnectionError('timeout'), 'timeout', 'in time'],
    [new ConnectionError('cut-off', 'UND_ERR_SOCKET'), 'cut-off', 'broke off'],
    [new ConnectionError('not-json'), 'not-json', 'proxy'],
    [new EndlessPagesError(3), 'endless-pages', 'after 3'],
    [
      new PageTokenExpiredError('syncStateNotFound'),
      'page-token-expired',
      'Registration report',
    ],
    [
      new InvalidRowError(1204, 'isMfaCapable', 'of type boolean'),
      'wrong-row',
      'Row 1204',
    ],
    [new EmptyAnswerError(), 'empty-answer', 'Microsoft’s service health'],
    [
      new ShrunkAnswerError({ before: 60, rows: 12, counted: false }),
      'shrunk-answer',
      '12 rows came where there were 60',
    ],
    [
      new ShrunkAnswerError({ before: 60, rows: 12, counted: true }),
      'shrunk-answer',
      '12 rows came where Graph counts 60',
    ],
  ])('%s', (error, code, part) => {
    const { outcome, problem } = explain(error, context);
    expect(outcome).toBe('failed');
    expect(problem.code).toBe(code);
    expect(problem.message + problem.action).toContain(part);
  });

  it('keeps the text of an error that it does not know to the log', () => {
    const error = new TypeError('token eyJhbGciOi of ada@contoso.com');
    expect(explain(error, context).problem).toMatchObject({
      code: 'unexpected',
      message: 'The sync met an error that it does not know (TypeError).',
    });
  });

  it('points to the catalog when it was the catalog', () => {
    const { problem } = explain(new Error('connect ECONNREFUSED'), {
      ...context,
      collector: catalogUsers,
    });
    expect(problem.code).toBe('catalog-unavailable');
  });

  it.each([
    new EmptyAnswerError(),
    new ShrunkAnswerError({ before: 60, rows: 12, counted: false }),
  ])('points to the catalog when the catalog cannot be believed: %s', error => {
    const { problem } = explain(error, {
      ...context,
      collector: catalogUsers,
    });
    expect(problem.message).toMatch(/^Users of the catalog: /);
    expect(problem.action).toContain('the log of the catalog');
  });

  it('gives the request ids, and since when it has been so', () => {
    const error = new GraphRequestError(
      500,
      'InternalServerError',
      null,
      false,
    );
    error.requestIds.push('a', 'b');
    const since = '2026-11-21T07:00:00Z';
    const { problem, requestIds } = explain(error, { ...context, since });
    expect(requestIds).toEqual(['a', 'b']);
    expect(problem.since).toBe(since);
  });
});
