/**
 * The configuration of the README for a tenant on this machine, as in a cloud of its own. The catalog's provider
 * finds such a cloud by a managed identity alone.
 */
export function forSimulator(code, { graphRoot }) {
  return code
    .replace(
      /^( *)target: https:\/\/graph\.microsoft\.com(.*)\n([^]*?) *clientId: .*\n *clientSecret: .*\n/m,
      `$1target: ${graphRoot}$2\n$3`,
    )
    .replace(
      /^( *)(- tenantId: .*\n)( *)(clientId: .*\n *clientSecret: .*)$/m,
      `$1$2$3$4\n$3authority: ${graphRoot}\n$3graphRoot: ${graphRoot}`,
    );
}
