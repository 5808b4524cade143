import { ConnectionError } from './errors';

const certificateCodes =
  /^(SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_(GET|VERIFY)|CERT_|ERR_TLS_CERT)/;

/** The code of the innermost cause that has one: `ECONNRESET`. */
function innermostCode(error: unknown): string {
  let code = '';
  let current = error;
  for (let depth = 0; current instanceof Object && depth < 5; depth++) {
    if ('code' in current && typeof current.code === 'string') {
      code = current.code;
    }
    current = 'cause' in current ? current.cause : undefined;
  }
  return code;
}

/**
 * Says what became of a request whose answer did not come, or did not come whole.
 *
 * @param begun - whether the answer had begun
 */
export function toConnectionError(
  error: unknown,
  begun: boolean,
): ConnectionError {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new ConnectionError('timeout');
  }
  const code = innermostCode(error);
  if (certificateCodes.test(code)) {
    return new ConnectionError('certificate', code);
  }
  return new ConnectionError(begun ? 'cut-off' : 'unreachable', code);
}
