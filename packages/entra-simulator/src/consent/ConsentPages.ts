import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { isSameId } from '../server/isSameId';
import { signInErrors } from '../server/signInErrors';
import type { SimulatorContext } from '../server/SimulatorContext';
import { isOpenIdScope, scopesOf } from '../server/scopes';
import { accountsOf, mayConsent, type ConsentAccount } from './accountsOf';
import { consentErrors, type ConsentError } from './consentErrors';
import {
  adminApprovalPage,
  approvalRequestedPage,
  consentPage,
  errorPage,
  signInPage,
  type PageForm,
} from './pages';
import {
  PendingConsents,
  type AskedPermissions,
  type ConsentRequest,
  type PendingConsent,
} from './PendingConsents';
import { permissionWords } from './permissionWords';

/** Addresses that name no tenant: whoever signs in consents for their own. */
const anyTenant = ['organizations', 'common'];

type MultiTenant = NonNullable<SimulatorContext['multiTenant']>;

const textOf = (query: Request['query']) => (name: string) =>
  typeof query[name] === 'string' ? (query[name] as string) : undefined;

/** The pages of a consent, from the address that an application opens to the answer that it gets. */
export class ConsentPages {
  readonly #world: SimulatorContext;
  readonly #pending = new PendingConsents();

  constructor(world: SimulatorContext) {
    this.#world = world;
  }

  /** What an application opens: the sign-in, once it is known where the answer may go. */
  begin(version: 1 | 2, request: Request, response: Response): void {
    this.#begin(version, request, response);
  }

  /** What an application opens to have somebody sign in and to act for them. */
  authorize(request: Request, response: Response): void {
    const text = textOf(request.query);
    const challenge = text('code_challenge');
    const error =
      (text('response_type') !== 'code' &&
        consentErrors.missing('response_type')) ||
      (challenge !== undefined &&
        text('code_challenge_method') !== 'S256' &&
        consentErrors.challengeMethod());
    if (error) {
      this.#refuse(response, error);
      return;
    }
    this.#begin(2, request, response, { challenge, nonce: text('nonce') });
  }

  #begin(
    version: 1 | 2,
    { params, query }: Request,
    response: Response,
    code?: ConsentRequest['code'],
  ): void {
    const { tenants, clock } = this.#world;
    const text = textOf(query);
    const tenant = tenants.named(params.tenant);
    if (!tenant && !anyTenant.includes(params.tenant)) {
      this.#refuse(response, signInErrors.tenantNotFound(params.tenant));
      return;
    }
    const app = this.#applicationOf(params.tenant, text('client_id'));
    if ('number' in app) {
      this.#refuse(response, app);
      return;
    }
    const error = this.#whyNot(app, version, query);
    if (error) {
      this.#refuse(response, error);
      return;
    }
    const request: ConsentRequest = {
      tenantId: tenant?.tenantId ?? 'organizations',
      version,
      redirectUri: text('redirect_uri') ?? app.redirectUris[0],
      state: text('state'),
      scope: text('scope'),
      ...(code && { code }),
    };
    const accounts = (tenant ? [tenant] : tenants.all).flatMap(one =>
      accountsOf(one, clock.now()),
    );
    response.send(signInPage(this.#form({ request }, 'signin'), app, accounts));
  }

  /** The account is chosen: an administrator may decide, anybody else may ask for it. */
  signIn(request: Request, response: Response): void {
    const pending = this.#pending.take(request.body.flowToken);
    const { multiTenant } = this.#world;
    if (!pending || pending.signedIn || !multiTenant) {
      this.#refuse(response, consentErrors.flowToken());
      return;
    }
    const account = this.#accountOf(String(request.body.account));
    if (!account) {
      this.#refuse(response, consentErrors.flowToken());
      return;
    }
    const { tenantId } = pending.request;
    if (tenantId !== 'organizations' && account.tenantId !== tenantId) {
      const { name } = this.#world.tenants.named(tenantId)!;
      this.#refuse(
        response,
        consentErrors.otherTenant(
          account.userPrincipalName,
          name,
          multiTenant.clientId,
        ),
      );
      return;
    }
    const asked = this.#asked(pending.request, multiTenant);
    if (pending.request.code && this.#isGranted(account, asked)) {
      this.#giveCode(response, pending.request, account);
      return;
    }
    const form = this.#form(
      { ...pending, signedIn: { account, asked } },
      'answer',
    );
    response.send(
      mayConsent(account)
        ? consentPage(form, multiTenant, account, [
            ...asked.permissions.map(permissionWords),
            ...asked.scopes.map(title => ({ title, description: title })),
          ])
        : adminApprovalPage(form, multiTenant, account),
    );
  }

  /** The page is answered. */
  answer(request: Request, response: Response): void {
    const pending = this.#pending.take(request.body.flowToken);
    const { multiTenant, consents } = this.#world;
    if (!pending?.signedIn || !multiTenant) {
      this.#refuse(response, consentErrors.flowToken());
      return;
    }
    const { account, asked } = pending.signedIn;
    const { answer } = request.body;
    const may = mayConsent(account);
    if (answer === 'cancel' && may) {
      this.#goBack(response, pending.request, this.#declined(pending.request));
    } else if (answer === 'accept' && may) {
      const { scope, code } = pending.request;
      consents.grant(account.tenantId, {
        ...asked,
        by: account.userPrincipalName,
      });
      if (code) {
        this.#giveCode(response, pending.request, account);
        return;
      }
      this.#goBack(response, pending.request, {
        tenant: account.tenantId,
        ...(scope !== undefined && { scope }),
      });
    } else if (answer === 'request' && !may) {
      response.send(
        approvalRequestedPage(this.#form(pending, 'answer'), multiTenant),
      );
    } else if (answer === 'back' && !may) {
      this.#goBack(response, pending.request, {
        error: 'consent_required',
        error_description: this.#described(consentErrors.adminNeeded()),
      });
    } else {
      this.#refuse(response, consentErrors.flowToken());
    }
  }

  /** Whether nobody has to be asked: scopes of OpenID are anybody's to give. */
  #isGranted({ tenantId }: ConsentAccount, asked: AskedPermissions): boolean {
    const granted = this.#world.consents.of(tenantId)?.scopes ?? [];
    return asked.scopes.every(
      scope => isOpenIdScope(scope) || granted.includes(scope),
    );
  }

  #giveCode(
    response: Response,
    request: ConsentRequest,
    person: ConsentAccount,
  ): void {
    const { redirectUri, scope = '', code } = request;
    const { clientId } = this.#world.multiTenant!;
    this.#goBack(response, request, {
      code: this.#world.grants.issueCode(
        { clientId, person, scope, nonce: code?.nonce },
        redirectUri,
        code?.challenge,
      ),
      session_state: randomUUID(),
    });
  }

  #applicationOf(
    tenantName: string,
    clientId: string | undefined,
  ): MultiTenant | ConsentError {
    const { multiTenant, tenants } = this.#world;
    const tenant = tenants.named(tenantName);
    if (clientId === undefined) {
      return consentErrors.missing('client_id');
    }
    if (multiTenant && isSameId(multiTenant.clientId, clientId)) {
      return multiTenant;
    }
    return tenant?.application &&
      isSameId(tenant.application.clientId, clientId)
      ? consentErrors.noReplyAddress()
      : signInErrors.appNotFound(clientId, tenant?.name ?? tenantName);
  }

  #whyNot(
    { clientId, redirectUris }: MultiTenant,
    version: 1 | 2,
    query: Request['query'],
  ): ConsentError | undefined {
    if (redirectUris.length === 0) {
      return consentErrors.noReplyAddress();
    }
    const { redirect_uri: redirectUri } = query;
    if (redirectUri !== undefined && !redirectUris.includes(`${redirectUri}`)) {
      return consentErrors.redirectUri(`${redirectUri}`, clientId);
    }
    return version === 2 && !query.scope
      ? consentErrors.missing('scope')
      : undefined;
  }

  /** `.default` asks for all that the registration does; anything else, and a sign-in, for delegated permissions. */
  #asked(
    { version, scope = '', code }: ConsentRequest,
    { application }: MultiTenant,
  ): AskedPermissions {
    const scopes = scopesOf(scope).map(({ name }) => name);
    const { permissions } = application.registration;
    if (code) {
      return {
        permissions: [],
        scopes: scopes.flatMap(name =>
          name === '.default' ? permissions : [name],
        ),
      };
    }
    return version === 1 || scopes.includes('.default')
      ? { permissions, scopes: [] }
      : { permissions: [], scopes };
  }

  #accountOf(id: string): ConsentAccount | undefined {
    const { tenants, clock } = this.#world;
    return tenants.all
      .flatMap(tenant => accountsOf(tenant, clock.now()))
      .find(account => account.id === id);
  }

  #form(pending: PendingConsent, step: 'signin' | 'answer'): PageForm {
    return {
      action: `/${pending.request.tenantId}/adminconsent/${step}`,
      token: this.#pending.open(pending),
    };
  }

  #declined({ version }: ConsentRequest): Record<string, string> {
    return {
      error: 'access_denied',
      ...(version === 1 && { error_subcode: 'cancel' }),
      error_description: this.#described(consentErrors.declined()),
    };
  }

  #described({ number, description }: ConsentError): string {
    const timestamp = this.#world.clock.date().toISOString().slice(0, 19);
    return `AADSTS${number}: ${description} Trace ID: ${randomUUID()} Correlation ID: ${randomUUID()} Timestamp: ${timestamp.replace(
      'T',
      ' ',
    )}Z`;
  }

  /** Back to the application, at an address that its registration has. */
  #goBack(
    response: Response,
    { redirectUri, state, code }: ConsentRequest,
    parameters: Record<string, string>,
  ): void {
    const url = new URL(redirectUri);
    for (const [name, value] of Object.entries({
      ...(!code && { admin_consent: 'True' }),
      ...parameters,
      ...(state !== undefined && { state }),
    })) {
      url.searchParams.append(name, value);
    }
    response.redirect(302, url.href);
  }

  #refuse(response: Response, error: ConsentError): void {
    response.status(400).send(errorPage(error, this.#world.clock.date()));
  }
}
