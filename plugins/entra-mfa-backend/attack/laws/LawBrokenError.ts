/** What the attack looks for. */
export class LawBrokenError extends Error {
  name = 'LawBrokenError';

  constructor(readonly law: string, detail: string) {
    super(`${law}\n${detail}`);
  }
}

/** Says that a law is broken unless it holds. */
export function hold(law: string, holds: boolean, detail: () => string): void {
  if (!holds) {
    throw new LawBrokenError(law, detail());
  }
}

/** Says that a law is broken unless two things are the same. */
export function same(law: string, told: unknown, right: unknown): void {
  const [one, other] = [told, right].map(value => JSON.stringify(value));
  hold(law, one === other, () => firstDifference(one, other));
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) {
    at += 1;
  }
  const from = Math.max(0, at - 120);
  return `told:  …${one.slice(from, at + 160)}…\nright: …${other.slice(
    from,
    at + 160,
  )}…`;
}
