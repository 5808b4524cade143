import {
  formatVerifierKey,
  openCheckpoint,
  signCheckpoint,
} from '@entra-mfa/evidence';
import type { EntraMfaEvidenceSigner } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { generateKeyPairSync, sign } from 'node:crypto';
import { PortalSigner } from './PortalSigner';

const evidence = { keyFile: null, name: 'portal.example.com' };

function serviceOf(change: Partial<EntraMfaEvidenceSigner> = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    sign: async (bytes: Uint8Array) => sign(null, bytes, privateKey),
    ...change,
  };
}

const signerWith = (change: Partial<EntraMfaEvidenceSigner>) => {
  const portal = new PortalSigner();
  portal.setSigner(serviceOf(change));
  return portal;
};

it('signs with the service of a module what its public key verifies', async () => {
  const signer = (await signerWith({}).read(evidence))!;
  const checkpoint = {
    origin: 'portal.example.com/entra-mfa/tenant',
    size: 3,
    root: Buffer.alloc(32, 7),
  };
  const note = await signCheckpoint(checkpoint, signer);
  const key = formatVerifierKey(signer.name, signer.publicKey);
  expect(openCheckpoint(note, key)).toMatchObject({ size: 3 });
});

it('is nobody where neither a file nor a module signs', async () => {
  expect(await new PortalSigner().read(evidence)).toBeNull();
});

it('is set once', () => {
  expect(() => signerWith({}).setSigner(serviceOf())).toThrow('only once');
});

it.each<[string, Partial<EntraMfaEvidenceSigner>, string]>([
  ['a broken key', { publicKey: 'no key' }, 'public key of Ed25519'],
  [
    'a key of another kind',
    {
      publicKey: generateKeyPairSync('ec', { namedCurve: 'P-256' })
        .publicKey.export({ format: 'pem', type: 'spki' })
        .toString(),
    },
    'public key of Ed25519',
  ],
  [
    'another key than it signs with',
    { publicKey: serviceOf().publicKey },
    'signs with another key than its public key',
  ],
  [
    'a service that does not answer',
    {
      sign: async () => {
        throw Object.assign(new Error('with a secret'), { code: 'ECONNRESET' });
      },
    },
    'does not sign: ECONNRESET',
  ],
])('refuses %s', async (_, change, should) => {
  const reading = signerWith(change).read(evidence);
  await expect(reading).rejects.toThrow(should);
  await expect(reading).rejects.not.toThrow('secret');
});

it('refuses a file beside a module', async () => {
  await expect(
    signerWith({}).read({ ...evidence, keyFile: 'key.pem' }),
  ).rejects.toThrow('entraMfa.evidence.keyFile');
});
