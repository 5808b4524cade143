/**
 * Posts what the plugin tells security to a chat, beside the portal's notifications. A notice may name people: think of
 * who reads along.
 *
 * @param {string} url - a secret, as the addresses of most chats are
 * @returns {import('@entra-mfa/backstage-plugin-entra-mfa-node').EntraMfaNotifier}
 */
exports.chat = url => ({
  id: 'acme-chat',
  async notify({ title, severity, topic, tenantId }) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ title, severity, topic, tenantId }),
      signal: AbortSignal.timeout(10_000),
    });
    // It comes again with the next sync.
    if (!response.ok) throw new Error(`The chat answered ${response.status}`);
  },
});
