import { verify } from 'node:crypto';
import {
  formatVerifierKey,
  keyIdOf,
  parseVerifierKey,
  rawPublicKey,
  refuseKeyName,
  Signer,
} from './keys';

/**
 * What a log was at a time: its name, its number of leaves and their root (C2SP tlog-checkpoint).
 *
 * @public
 */
export interface Checkpoint {
  /** The name of the log, the same for all its time. */
  origin: string;
  /** How many leaves it had. */
  size: number;
  /** 32 bytes. */
  root: Uint8Array;
}

/**
 * The text of a checkpoint, without a signature: three lines.
 *
 * @throws TypeError where the origin is empty or has more than one line, or the size is no whole number.
 *
 * @public
 */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const { origin, size, root } = checkpoint;
  if (origin === '' || /[\r\n]/.test(origin)) {
    throw new TypeError('The origin of a log is one line that is not empty');
  }
  if (!Number.isSafeInteger(size) || size < 0) {
    throw new TypeError(`A log cannot have ${size} leaves`);
  }
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/**
 * A checkpoint with the signature of its log below it (C2SP signed-note).
 *
 * @public
 */
export async function signCheckpoint(
  checkpoint: Checkpoint,
  signer: Signer,
): Promise<string> {
  refuseKeyName(signer.name);
  const text = formatCheckpoint(checkpoint);
  const id = keyIdOf(signer.name, rawPublicKey(signer.publicKey));
  const signature = await signer.sign(Buffer.from(text, 'utf8'));
  const signed = Buffer.concat([id, signature]).toString('base64');
  return `${text}\n— ${signer.name} ${signed}\n`;
}

/** Bytes of base64 as it is written, and null for what only could be read as such. */
function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

/**
 * Reads a checkpoint, signed or not, and checks no signature.
 *
 * @throws TypeError that says what is wrong with it.
 *
 * @public
 */
export function parseCheckpoint(note: string): Checkpoint {
  const [text] = note.split('\n\n', 1);
  const [origin, size, root, ...others] = text.trimEnd().split('\n');
  const bytes = decodeBase64(root ?? '');
  const isWhole =
    origin !== '' &&
    /^(0|[1-9]\d*)$/.test(size ?? '') &&
    bytes?.length === 32 &&
    others.length === 0;
  if (!isWhole) {
    throw new TypeError(
      'This is no checkpoint: it should have three lines, the origin of the log, its size and its root',
    );
  }
  return { origin, size: Number(size), root: bytes };
}

/**
 * Reads a checkpoint that the key of the line signed. Signatures of other keys beside it are passed over.
 *
 * @throws TypeError where it is no checkpoint, or that key did not sign it.
 *
 * @public
 */
export function openCheckpoint(note: string, verifierKey: string): Checkpoint {
  const { name, publicKey } = parseVerifierKey(verifierKey);
  const checkpoint = parseCheckpoint(note);
  const text = Buffer.from(formatCheckpoint(checkpoint), 'utf8');
  const end = note.indexOf('\n\n');
  const isAsWritten = note.slice(0, end + 1) === text.toString('utf8');
  const id = Buffer.from(keyIdOf(name, rawPublicKey(publicKey)));
  const isSigned = note
    .slice(end + 2)
    .split('\n')
    .map(line => /^— (\S+) (\S+)$/.exec(line))
    .filter(match => match?.[1] === name)
    .flatMap(match => decodeBase64(match![2]) ?? [])
    .filter(bytes => bytes.subarray(0, 4).equals(id))
    .some(bytes => verify(null, text, publicKey, bytes.subarray(4)));
  if (end === -1 || !isAsWritten || !isSigned) {
    throw new TypeError(
      `The checkpoint is not signed by ${formatVerifierKey(name, publicKey)}`,
    );
  }
  return checkpoint;
}
