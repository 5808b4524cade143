const { sendToSink } = require('@entra-mfa/backstage-plugin-entra-mfa-node');

/**
 * Puts the people of each snapshot into an archive, batch by batch, once `entraMfa.sinks.acme-archive.tenantId` names the
 * tenant. A push that is cut begins anew: what is there already is put once more.
 *
 * @param {string} url
 * @returns {import('@entra-mfa/backstage-plugin-entra-mfa-node').EntraMfaEvidenceSink}
 */
exports.archive = url => ({
  id: 'acme-archive',
  title: 'The archive',
  async pushPeople({ snapshot, people, signal }) {
    let count = 0;
    for await (const batch of people()) {
      await sendToSink({
        title: 'The archive',
        what: 'a batch of people',
        url: `${url}/${snapshot}/${batch[0].id}`,
        init: () => ({
          method: 'PUT',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(batch),
        }),
        signal,
      });
      count += batch.length;
    }
    return { people: count };
  },
});
