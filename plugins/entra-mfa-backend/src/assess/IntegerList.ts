/** A list of integers that grows and takes four bytes for each. */
export class IntegerList {
  #values = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  at(index: number): number {
    return this.#values[index];
  }

  slice(start: number, end: number): Int32Array {
    return this.#values.subarray(start, end);
  }

  /** The greatest value; -1 of an empty list. */
  max(): number {
    let most = -1;
    for (let i = 0; i < this.#length; i += 1) {
      most = Math.max(most, this.#values[i]);
    }
    return most;
  }
}
