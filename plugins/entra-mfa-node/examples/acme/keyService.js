const {
  createCipheriv,
  createDecipheriv,
  randomBytes,
} = require('node:crypto');

/**
 * Wraps the keys by which the plugin seals secrets that it has to keep. This one makes a key of its own at each start,
 * so that the example runs anywhere, and opens nothing that was sealed before; one of yours asks its service.
 *
 * @returns {import('@entra-mfa/backstage-plugin-entra-mfa-node').EntraMfaKeyService}
 */
exports.keyService = () => {
  const key = randomBytes(32);
  // What is sealed for one tenant and purpose opens for no other.
  const boundTo = ({ tenantId, purpose }) =>
    Buffer.from(`${tenantId} ${purpose}`);
  return {
    id: 'acme-example',
    async wrap(content, sealed) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(boundTo(sealed));
      const body = Buffer.concat([cipher.update(content), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString(
        'base64',
      );
    },
    async unwrap(wrapped, sealed) {
      const bytes = Buffer.from(wrapped, 'base64');
      const opened = createDecipheriv(
        'aes-256-gcm',
        key,
        bytes.subarray(0, 12),
      );
      opened.setAAD(boundTo(sealed));
      opened.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([opened.update(bytes.subarray(28)), opened.final()]);
    },
  };
};
