/** A bijection of 32-bit numbers that leaves no pattern (the finaliser of MurmurHash3). */
export function mix(value: number): number {
  let mixed = value;
  mixed ^= mixed >>> 16;
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return mixed >>> 0;
}

/** The inverse of {@link mix}. */
export function unmix(value: number): number {
  let unmixed = value;
  unmixed ^= unmixed >>> 16;
  unmixed = Math.imul(unmixed, 0x7ed1b41d);
  unmixed ^= (unmixed >>> 13) ^ (unmixed >>> 26);
  unmixed = Math.imul(unmixed, 0xa5cb9243);
  unmixed ^= unmixed >>> 16;
  return unmixed >>> 0;
}

/**
 * The draws of one person or thing. A draw depends on nothing but the seed, the code and its name,
 * so anything about anybody can be computed alone and in any order, and a draw that is added later
 * changes no other. A generator that draws in sequence could give neither.
 */
export class Draw {
  readonly #state: number;

  constructor(seed: number, code: number) {
    this.#state = mix(mix(seed | 0) ^ mix((code + 0x9e3779b9) | 0));
  }

  /** A whole number from 0 to 2^32 - 1. */
  bits(name: number): number {
    return mix(this.#state + Math.imul(name + 1, 0x9e3779b1));
  }

  /** A number from 0 (included) to 1 (not included). */
  unit(name: number): number {
    return this.bits(name) / 4294967296;
  }

  /** A whole number from 0 to `below` - 1. */
  below(name: number, below: number): number {
    return Math.floor(this.unit(name) * below);
  }

  /** Whether something of that probability happens. */
  chance(name: number, probability: number): boolean {
    return this.unit(name) < probability;
  }
}
