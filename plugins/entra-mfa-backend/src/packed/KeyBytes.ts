/** Bytes before a key: how long it is, or {@link GUID}. */
const HEADER = 2;
const GUID = 0xffff;
const GUID_TEXT = 36;
const GUID_BYTES = 16;
const DASH = 0x2d;
const NO_DIGIT = 0xff;

const DIGITS = Buffer.from('0123456789abcdef');
const VALUES = new Uint8Array(256).fill(NO_DIGIT);
DIGITS.forEach((digit, value) => {
  VALUES[digit] = value;
});
/** Where {@link keyText} puts a GUID together. */
const guid = Buffer.alloc(GUID_TEXT);

/**
 * One key as bytes: two that tell its length, then its UTF-8. A GUID in lower case, which most keys
 * are, takes 16 bytes instead of 36, and is told by its length. It is used for one key after the other.
 */
export class KeyBytes {
  bytes = new Uint8Array(1 << 10);
  length = 0;

  takeText(key: string): void {
    this.#makeRoom(key.length * 3);
    let end = HEADER;
    for (let i = 0; i < key.length; i += 1) {
      const code = key.charCodeAt(i);
      if (code > 0x7f) {
        end = HEADER + Buffer.from(this.bytes.buffer, HEADER).write(key);
        break;
      }
      this.bytes[end] = code;
      end += 1;
    }
    this.#finish(end);
  }

  takeBytes(source: Uint8Array, start: number, end: number): void {
    this.#makeRoom(end - start);
    for (let i = start; i < end; i += 1) {
      this.bytes[HEADER + i - start] = source[i];
    }
    this.#finish(HEADER + end - start);
  }

  #makeRoom(length: number): void {
    if (HEADER + length > this.bytes.length) {
      this.bytes = new Uint8Array(HEADER + length);
    }
  }

  #finish(end: number): void {
    const { bytes } = this;
    const length = end - HEADER;
    if (length >= GUID) {
      throw new Error(`A key of ${length} bytes is too long`);
    }
    const isGuid = length === GUID_TEXT && hasGuid(bytes);
    if (isGuid) {
      pack(bytes);
    }
    const mark = isGuid ? GUID : length;
    bytes[0] = mark >> 8;
    bytes[1] = mark & 0xff;
    this.length = HEADER + (isGuid ? GUID_BYTES : length);
  }
}

/** How many bytes the key takes that starts there. */
export function keyLength(bytes: Uint8Array, start: number): number {
  const mark = bytes[start] * 256 + bytes[start + 1];
  return HEADER + (mark === GUID ? GUID_BYTES : mark);
}

/** The key that starts there. */
export function keyText(bytes: Uint8Array, start: number): string {
  const mark = bytes[start] * 256 + bytes[start + 1];
  const from = start + HEADER;
  if (mark !== GUID) {
    return Buffer.from(bytes.buffer, from, mark).toString('utf8');
  }
  for (let at = 0, half = from * 2; at < GUID_TEXT; at += 1) {
    if (isDash(at)) {
      guid[at] = DASH;
    } else {
      const byte = bytes[half >> 1];
      guid[at] = DIGITS[half % 2 === 0 ? byte >> 4 : byte & 0xf];
      half += 1;
    }
  }
  return guid.toString('latin1');
}

/** Whether the text of a GUID, in lower case, follows the header. */
function hasGuid(bytes: Uint8Array): boolean {
  for (let at = 0; at < GUID_TEXT; at += 1) {
    const code = bytes[HEADER + at];
    if (isDash(at) ? code !== DASH : VALUES[code] === NO_DIGIT) {
      return false;
    }
  }
  return true;
}

/** Packs that text where it lies: what is written never overtakes what is read. */
function pack(bytes: Uint8Array): void {
  let to = HEADER;
  for (let at = 0; at < GUID_TEXT; at += isDash(at) ? 1 : 2) {
    if (!isDash(at)) {
      const high = VALUES[bytes[HEADER + at]];
      bytes[to] = high * 16 + VALUES[bytes[HEADER + at + 1]];
      to += 1;
    }
  }
}

function isDash(at: number): boolean {
  return at === 8 || at === 13 || at === 18 || at === 23;
}
