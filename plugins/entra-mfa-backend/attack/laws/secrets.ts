import type { Caller } from '../callers';
import { marks, type TenantMark } from '../world/marks';
import { hold } from './LawBrokenError';

const namesOf = /qz([ab])(\d{3})/gi;
const othersOf = /(?:upnx|mailx|userx)(\d{3})/gi;
/** A JSON web token; a cursor has no dots. */
const token = /eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/;

/** Callers who are people themselves: whoever may read that they decided something reads who they are. */
const knownToAll = [1, 2];

/** No answer and no log has a secret in it. */
export function keepsSecrets(where: string, text: string): void {
  const found = [
    ...Object.values(marks).map(({ clientSecret }) => clientSecret),
    token.exec(text)?.[0],
  ].find(secret => secret !== undefined && text.includes(secret));
  hold(
    'No answer and no log has the client secret or a token in it',
    found === undefined,
    () => `${where}: ${around(text, found!)}`,
  );
}

/** No log names anybody, but that audit events say who did something. */
export function namesNobody(where: string, log: string): void {
  const text = log.replace(/"actorId":"[^"]*"/g, '');
  namesOf.lastIndex = 0;
  othersOf.lastIndex = 0;
  const found = namesOf.exec(text) ?? othersOf.exec(text);
  hold(
    'No log has a name, user principal name or mail in it',
    found === null,
    () => `${where}: ${around(text, found![0])}`,
  );
}

/** An answer names only people of the tenant that was asked for whom the caller may see. */
export function namesOnly(
  text: string,
  options: {
    where: string;
    caller: Caller;
    /** Null where it was asked for no tenant alone. */
    mark: TenantMark | null;
    maySee(number: number): boolean;
  },
): void {
  const { where, caller, mark, maySee } = options;
  for (const [name, of, number] of text.matchAll(namesOf)) {
    hold(
      'No answer has anything of the other tenant in it',
      mark === null || of.toLowerCase() === mark,
      () => `${caller} asked ${where} of ${mark}: ${around(text, name)}`,
    );
    hold(
      'No answer names somebody whom the caller may not see',
      maySee(Number(number)),
      () => `${caller} asked ${where}: ${around(text, name)}`,
    );
  }
  for (const [name, number] of text.matchAll(othersOf)) {
    hold(
      'No answer names somebody whom the caller may not see',
      maySee(Number(number)) || knownToAll.includes(Number(number)),
      () => `${caller} asked ${where}: ${around(text, name)}`,
    );
  }
}

function around(text: string, found: string): string {
  const at = text.indexOf(found);
  return `…${text.slice(Math.max(0, at - 200), at + found.length + 100)}…`;
}
