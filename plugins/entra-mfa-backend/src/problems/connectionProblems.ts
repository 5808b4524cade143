import type { ProblemKind } from './types';

const goesOn =
  'The last figures stay, what was read is kept, and the next sync tries again and goes on from there.';

/** What can go wrong when nothing that can be used comes back from Graph, by the reason. */
export const connectionProblems = {
  unreachable: {
    code: 'unreachable',
    message: 'Graph could not be reached{detail?}.',
    action: `${goesOn} If it stays so, check that this portal can reach the Graph of the configured cloud, through its proxy and firewall.`,
    passes: true,
  },
  certificate: {
    code: 'certificate',
    message: 'The certificate that answered for Graph is not trusted{detail?}.',
    action:
      'If a proxy inspects TLS, give its certificate to the portal with NODE_EXTRA_CA_CERTS; else check `graphRoot`.',
  },
  timeout: {
    code: 'timeout',
    message:
      'Graph did not answer in time while reading {what}, several times.',
    action: goesOn,
    passes: true,
  },
  'cut-off': {
    code: 'cut-off',
    message:
      'Answers broke off in the middle while reading {what}, several times{detail?}.',
    action: `${goesOn} If it stays so, check for a proxy that limits the size or the time of answers.`,
    passes: true,
  },
  'not-json': {
    code: 'not-json',
    message:
      'What came back for {what} was not an answer of Graph, several times.',
    action: `${goesOn} If it stays so, check for a proxy that answers in Graph’s place, and that \`graphRoot\` is right.`,
    passes: true,
  },
} as const satisfies Record<string, ProblemKind>;

/** Why nothing that can be used came back. */
export type ConnectionFailure = keyof typeof connectionProblems;
