import { ConnectionError } from './errors';

const certificateCodes =
  /^(SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_(GET|VERIFY)|CERT_|ERR_TLS_CERT)/;

/** The code of the innermost cause that has one: `ECONNRESET`. */
function innermostCode(error: unknown): string {
  let code = '';
  let current: { code?: unknown; cause?: unknown } | null | undefined = {
    cause: error,
  };
  for (let depth = 0; current && depth < 5; depth++) {
    if (typeof current.code === 'string') {
      code = current.code;
    }
    current = typeof current.cause === 'object' ? current.cause : null;
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
  if ((error as { name?: unknown } | null)?.name === 'TimeoutError') {
    return new ConnectionError('timeout');
  }
  const code = innermostCode(error);
  if (certificateCodes.test(code)) {
    return new ConnectionError('certificate', code);
  }
  return new ConnectionError(begun ? 'cut-off' : 'unreachable', code);
}
