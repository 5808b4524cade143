const { createPrivateKey, createPublicKey, sign } = require('node:crypto');
const { readFile } = require('node:fs/promises');

/**
 * Signs checkpoints. This one has its key in a file, so that the example runs anywhere; one of yours asks its service
 * to sign, and has no private key at all.
 *
 * @param {string} keyFile
 * @returns {Promise<import('@entra-mfa/backstage-plugin-entra-mfa-node').EntraMfaEvidenceSigner>}
 */
exports.signer = async keyFile => {
  const key = createPrivateKey(await readFile(keyFile));
  return {
    publicKey: createPublicKey(key)
      .export({ format: 'pem', type: 'spki' })
      .toString(),
    sign: async bytes => sign(null, bytes, key),
  };
};
