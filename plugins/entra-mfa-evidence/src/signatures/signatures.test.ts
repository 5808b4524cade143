import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import vector from '../conformance/dsse-vector.json';
import {
  formatCheckpoint,
  formatVerifierKey,
  openCheckpoint,
  openEnvelope,
  parseCheckpoint,
  parseVerifierKey,
  signCheckpoint,
  signEnvelope,
  Signer,
} from '.';

function makeSigner(name: string): Signer & { line: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    name,
    publicKey,
    sign: async bytes => sign(null, bytes, privateKey),
    line: formatVerifierKey(name, publicKey),
  };
}

const checkpoint = {
  origin: 'portal.example.com/entra-mfa/contoso',
  size: 42,
  root: Buffer.alloc(32, 7),
};

describe('a checkpoint', () => {
  it('has three lines, a blank one and the signature', async () => {
    const signer = makeSigner('portal.example.com');
    const note = await signCheckpoint(checkpoint, signer);
    expect(note.split('\n')).toEqual([
      'portal.example.com/entra-mfa/contoso',
      '42',
      'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=',
      '',
      expect.stringMatching(/^— portal\.example\.com [A-Za-z0-9+/]{91}=$/),
      '',
    ]);
    expect(openCheckpoint(note, signer.line)).toEqual(checkpoint);
    expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
  });

  it('is refused after a change of any of its bytes', async () => {
    const signer = makeSigner('portal.example.com');
    const note = Buffer.from(await signCheckpoint(checkpoint, signer));
    // The last line break may be missing, as an editor may take it away.
    for (let place = 0; place < note.length - 1; place += 1) {
      const changed = Buffer.from(note);
      changed[place] ^= 1;
      expect(() =>
        openCheckpoint(changed.toString('utf8'), signer.line),
      ).toThrow(TypeError);
    }
  });

  it('is refused without the signature of that very key', async () => {
    const signer = makeSigner('portal.example.com');
    const note = await signCheckpoint(checkpoint, signer);
    const other = makeSigner('portal.example.com');
    expect(() => openCheckpoint(note, other.line)).toThrow('is not signed by');
    const unsigned = formatCheckpoint(checkpoint);
    expect(() => openCheckpoint(unsigned, signer.line)).toThrow(
      'is not signed by',
    );
    const both = `${note}${
      (await signCheckpoint(checkpoint, other)).split('\n\n')[1]
    }`;
    expect(openCheckpoint(both, other.line)).toEqual(checkpoint);
  });

  it.each([
    [
      'a fourth line',
      'log\n1\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\nx\n',
    ],
    ['no size', 'log\nmany\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n'],
    [
      'a size with a zero before it',
      'log\n01\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n',
    ],
    ['a short root', 'log\n1\nBwcH\n'],
    ['nothing', ''],
  ])('is none with %s', (_what, note) => {
    expect(() => parseCheckpoint(note)).toThrow('This is no checkpoint');
  });

  it.each([
    [{ ...checkpoint, origin: 'a\nb' }, 'one line'],
    [{ ...checkpoint, origin: '' }, 'one line'],
    [{ ...checkpoint, size: 1.5 }, '1.5 leaves'],
  ])('cannot be made of %j', (wrong, message) => {
    expect(() => formatCheckpoint(wrong)).toThrow(message);
  });
});

describe('the key of a log', () => {
  it('is told in one line', () => {
    const { line, publicKey } = makeSigner('portal.example.com');
    expect(line).toMatch(
      /^portal\.example\.com\+[0-9a-f]{8}\+AQ?[A-Za-z0-9+/]+/,
    );
    const read = parseVerifierKey(line);
    expect(read.name).toBe('portal.example.com');
    expect(read.publicKey.equals(publicKey)).toBe(true);
  });

  it('is refused where its line was changed, or is of another kind', () => {
    const { line } = makeSigner('portal.example.com');
    expect(() => parseVerifierKey(line.replace('portal', 'Portal'))).toThrow(
      'was changed or cut',
    );
    expect(() => parseVerifierKey(line.slice(0, -4))).toThrow('no public key');
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    expect(() => formatVerifierKey('portal', rsa)).toThrow('Ed25519 is needed');
    expect(() => makeSigner('a name')).toThrow('no blank and no +');
  });
});

describe('an envelope', () => {
  it('of the published vector opens with its key', () => {
    const part = (decimal: string) =>
      Buffer.from(
        BigInt(decimal).toString(16).padStart(64, '0'),
        'hex',
      ).toString('base64url');
    const key = createPublicKey({
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: part(vector.publicKey.x),
        y: part(vector.publicKey.y),
      },
      format: 'jwk',
    });
    const payload = openEnvelope(vector.envelope, [key]);
    expect(Buffer.from(payload).toString('utf8')).toBe(vector.payloadUtf8);
    const changed = { ...vector.envelope, payloadType: 'text/plain' };
    expect(() => openEnvelope(changed, [key])).toThrow('None of the keys');
  });

  it('opens with the key that signed it and no other, and not after a change', async () => {
    const signer = makeSigner('portal.example.com');
    const envelope = await signEnvelope('text/plain', Buffer.from('ä'), signer);
    const opened = openEnvelope(envelope, [
      makeSigner('other').publicKey,
      signer.publicKey,
    ]);
    expect(Buffer.from(opened).toString('utf8')).toBe('ä');
    const other = makeSigner('portal.example.com').publicKey;
    expect(() => openEnvelope(envelope, [other])).toThrow(TypeError);
    const changed = { ...envelope, payload: 'AAAA' };
    expect(() => openEnvelope(changed, [signer.publicKey])).toThrow(TypeError);
    expect(() =>
      openEnvelope({ ...envelope, signatures: [] }, [signer.publicKey]),
    ).toThrow(TypeError);
  });
});
