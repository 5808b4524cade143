import { Draw, mix, unmix } from './draw';

const pattern =
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const hex = (value: number, digits: number) =>
  value.toString(16).padStart(digits, '0').slice(-digits);

/**
 * Object ids of one tenant: a GUID for each 32-bit code, and the way back. The first eight digits
 * carry the code, so two codes never share an id and an id is resolved without a table.
 */
export class ObjectIds {
  readonly #seed: number;
  readonly #key: number;

  constructor(seed: number) {
    this.#seed = seed;
    this.#key = mix(seed ^ 0x5bd1e995);
  }

  /** The object id of a code. */
  idOf(code: number): string {
    const draw = new Draw(this.#seed, code);
    const second = draw.bits(900);
    const third = draw.bits(901);
    const fourth = draw.bits(902);
    const variant = '89ab'[third >>> 30];
    return `${hex(mix((code ^ this.#key) >>> 0), 8)}-${hex(
      second >>> 16,
      4,
    )}-4${hex(second, 3)}-${variant}${hex(third, 3)}-${hex(
      third >>> 12,
      4,
    )}${hex(fourth, 8)}`;
  }

  /** The code of an object id, or undefined when this tenant never gave that id. */
  codeOf(id: string): number | undefined {
    const lower = id.toLowerCase();
    if (!pattern.test(lower)) {
      return undefined;
    }
    const code = (unmix(parseInt(lower.slice(0, 8), 16)) ^ this.#key) >>> 0;
    return this.idOf(code) === lower ? code : undefined;
  }
}
