/** An answer of Graph that is an error: a status, a code and a text, and headers where they matter. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** The errors that Graph is known to send, each in one place. */
export const graphErrors = {
  invalidToken: (message: string) =>
    new GraphError(401, 'InvalidAuthenticationToken', message, {
      'WWW-Authenticate':
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    }),
  badRequest: (message: string) => new GraphError(400, 'BadRequest', message),
  unsupportedQuery: () =>
    new GraphError(400, 'Request_UnsupportedQuery', 'Unsupported Query.'),
  pageSize: (asked: string, largest: number) =>
    new GraphError(
      400,
      'Request_BadRequest',
      `Invalid page size specified: '${asked}'. Must be between 1 and ${largest} inclusive.`,
    ),
  expiredPageToken: () =>
    new GraphError(
      400,
      'Directory_ExpiredPageToken',
      'The specified page token value has expired and can no longer be included in your request.',
    ),
  syncStateNotFound: () =>
    new GraphError(
      410,
      'syncStateNotFound',
      'The sync state generation is not found; a full sync is required.',
    ),
  notFound: (id: string) =>
    new GraphError(
      404,
      'Request_ResourceNotFound',
      `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    ),
  unknownSegment: (segment: string) =>
    new GraphError(
      400,
      'BadRequest',
      `Resource not found for the segment '${segment}'.`,
    ),
  reportPermission: () =>
    new GraphError(
      403,
      'Authentication_MSGraphPermissionMissing',
      'Calling principal does not have required MSGraph permissions AuditLog.Read.All',
    ),
  directoryPermission: () =>
    new GraphError(
      403,
      'Authorization_RequestDenied',
      'Insufficient privileges to complete the operation.',
    ),
  policyPermission: () =>
    new GraphError(
      403,
      'AccessDenied',
      'You cannot perform the requested operation, required scopes are missing in the token.',
    ),
  /** Of what another service than the directory has, in its own words. */
  mailboxPermission: () =>
    new GraphError(
      403,
      'ErrorAccessDenied',
      'Access is denied. Check credentials and try again.',
    ),
  methodsPermission: () =>
    new GraphError(403, 'accessDenied', 'Request Authorization failed'),
  noMailbox: () =>
    new GraphError(
      404,
      'MailboxNotEnabledForRESTAPI',
      'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    ),
  /** Exchange serves four requests of an application to one mailbox at the same time. */
  mailboxConcurrency: () =>
    new GraphError(
      429,
      'ApplicationThrottled',
      'Application is over its MailboxConcurrency limit.',
      { 'Retry-After': '1' },
    ),
  unsupportedUserRole: () =>
    new GraphError(
      403,
      'Authentication_RequestFromUnsupportedUserRole',
      'User is not in the allowed roles',
    ),
  premiumLicence: () =>
    new GraphError(
      403,
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
      "Tenant is not a B2C tenant and doesn't have premium license",
    ),
  governanceLicence: () =>
    new GraphError(
      400,
      'AadPremiumLicenseRequired',
      'The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license.',
    ),
  protectionLicence: () =>
    new GraphError(
      403,
      'Forbidden',
      'Your tenant is not licensed for this feature.',
    ),
  /** Identity Protection does not say when to come again. */
  protectionThrottled: () =>
    new GraphError(429, 'TooManyRequests', 'Too Many Requests'),
  reportThrottled: (seconds: number, correlationId: string) =>
    new GraphError(
      429,
      'UnknownError',
      `This request is throttled. Please try again after the value specified in the Retry-After header. CorrelationId: ${correlationId}`,
      { 'Retry-After': String(seconds) },
    ),
  ofStatus: (status: number) => {
    const known: Record<number, [code: string, message: string]> = {
      429: [
        'TooManyRequests',
        'Too many requests under category:aadgraph.app.tenant_large. Please try again later.',
      ],
      500: ['InternalServerError', 'An internal server error occurred.'],
      501: ['NotImplemented', 'This operation target is not yet supported.'],
      502: ['BadGateway', ''],
      503: [
        'serviceNotAvailable',
        'Service is temporarily unavailable. Please wait and try again.',
      ],
      504: ['UnknownError', ''],
    };
    const [code, message] = known[status] ?? ['UnknownError', ''];
    return new GraphError(status, code, message);
  },
};
