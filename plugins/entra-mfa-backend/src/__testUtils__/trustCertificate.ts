import tls from 'node:tls';

/**
 * Makes this process trust a certificate, as NODE_EXTRA_CA_CERTS would have at its start.
 *
 * MSAL and the Graph client both call Node's own `fetch`, which takes no certificate as an option,
 * and whose dispatcher lives outside of jest's sandbox. What both ends share is `node:tls`: every
 * connection makes its secure context there. Checking of certificates stays on.
 *
 * @returns takes the trust back
 */
export function trustCertificate(certificate: string): () => void {
  const original = tls.createSecureContext;
  tls.createSecureContext = options => {
    const secureContext = original(options);
    // Node's types leave out the native handle.
    const { context } = secureContext as unknown as {
      context: { addCACert(certificate: string): void };
    };
    context.addCACert(certificate);
    return secureContext;
  };
  return () => {
    tls.createSecureContext = original;
  };
}
