/** Numbers as little-endian 32-bit ones; null for none. */
export function packNumbers(numbers: readonly number[]): Buffer | null {
  if (numbers.length === 0) {
    return null;
  }
  const packed = Buffer.allocUnsafe(numbers.length * 4);
  numbers.forEach((number, i) => packed.writeUInt32LE(number, i * 4));
  return packed;
}

/** See {@link packNumbers}. */
export function* unpackNumbers(packed: Buffer | null): Generator<number> {
  for (let offset = 0; offset < (packed?.length ?? 0); offset += 4) {
    yield packed!.readUInt32LE(offset);
  }
}
