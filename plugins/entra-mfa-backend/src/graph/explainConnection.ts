import type { ConnectionError } from './errors';
import type { Advice } from './explainSignIn';
import type { ProblemContext } from './types';

const tryAgain = 'The last figures stay, and the next sync tries again.';

const advice: Record<
  ConnectionError['reason'],
  (what: string, detail: string) => Advice
> = {
  unreachable: (_, detail) => ({
    code: 'unreachable',
    message: `Graph could not be reached${detail}.`,
    action: `${tryAgain} If it stays so, check that this portal can reach the Graph of the configured cloud, through its proxy and firewall.`,
  }),
  certificate: (_, detail) => ({
    code: 'certificate',
    message: `The certificate that answered for Graph is not trusted${detail}.`,
    action:
      'If a proxy inspects TLS, give its certificate to the portal with NODE_EXTRA_CA_CERTS; else check `graphRoot`.',
  }),
  timeout: what => ({
    code: 'timeout',
    message: `Graph did not answer in time while reading ${what}, several times.`,
    action: tryAgain,
  }),
  'cut-off': (what, detail) => ({
    code: 'cut-off',
    message: `Answers broke off in the middle while reading ${what}, several times${detail}.`,
    action: `${tryAgain} If it stays so, check for a proxy that limits the size or the time of answers.`,
  }),
  'not-json': what => ({
    code: 'not-json',
    message: `What came back for ${what} was not an answer of Graph, several times.`,
    action: `${tryAgain} If it stays so, check for a proxy that answers in Graph’s place, and that \`graphRoot\` is right.`,
  }),
};

/** Says what to do when nothing that can be used came back. */
export function explainConnection(
  error: ConnectionError,
  { collector }: ProblemContext,
): Advice {
  const detail = error.detail && ` (${error.detail})`;
  return advice[error.reason](collector?.title ?? 'the data', detail);
}
