import { stringify } from 'csv-stringify';
import type { Response } from 'express';
import { Readable } from 'stream';
import { pipeline } from 'stream/promises';
import type { ExportedPerson, PeopleExport } from '../exports/types';

type Columns = Record<string, (exported: ExportedPerson) => string>;

/**
 * What tells who it is. The time at which an account was made tells it as well as a name; so may an
 * exception, which is on record with whom it is for.
 */
const naming: Columns = {
  Name: ({ person }) => person.displayName,
  'User principal name': ({ person }) => person.userPrincipalName,
  'Entra object id': ({ person }) => person.id,
  'Catalog user': ({ person }) => person.entityRef ?? '',
  'Account created': ({ person }) => person.createdAt ?? '',
  'Exempt until': ({ person }) => person.exception?.until ?? '',
  'Exception approved by': ({ person }) => person.exception?.approvedBy ?? '',
};

/** The columns of every file, with their headers in plain words. */
const facts: Columns = {
  'Entra tenant id': ({ person }) => person.tenant,
  State: ({ person }) => person.state,
  Reason: ({ person }) => person.reason,
  'Not counted as': ({ person }) => person.scopeClass ?? '',
  Registered: ({ person }) => yesNo(person.registered),
  Capable: ({ person }) => yesNo(person.capable),
  Strength: ({ person }) => person.tier ?? '',
  Methods: ({ person }) => person.methods.join(' '),
  Marks: ({ person }) => person.marks.join(' '),
  Privileged: ({ person }) => yesNo(person.privileged),
  Teams: ({ person }) => person.teams.map(({ title }) => title).join('; '),
  'In this state since': ({ person }) => person.since,
};

/**
 * Sends people as a CSV file, row by row as they are read.
 *
 * @returns how many rows were sent
 */
export async function sendCsv(
  response: Response,
  { keyId, people }: PeopleExport,
): Promise<number> {
  const columns: Columns =
    keyId === null
      ? { ...naming, ...facts }
      : {
          Pseudonym: ({ pseudonym }) => pseudonym ?? '',
          'Key of the pseudonyms': () => keyId,
          ...facts,
        };
  let sent = 0;
  async function* rows() {
    for await (const exported of people) {
      sent += 1;
      yield Object.values(columns).map(value => harmless(value(exported)));
    }
  }
  response.type('text/csv');
  response.attachment(
    keyId === null ? 'people.csv' : 'people-pseudonymous.csv',
  );
  await pipeline(
    Readable.from(rows()),
    // Without a byte order mark Excel takes UTF-8 for the machine's own code page.
    stringify({ bom: true, header: true, columns: Object.keys(columns) }),
    response,
  );
  return sent;
}

/** Null is not known, which is neither yes nor no. */
function yesNo(value: boolean | null): string {
  if (value === null) {
    return '';
  }
  return value ? 'yes' : 'no';
}

const formulaStart = '[=+\\-@＝＋－＠]';
const startsFormula = new RegExp(`^(?:${formulaStart}|[\\t\\r\\n])`);
/** Where a spreadsheet splits lines at semicolons or tabs, as in half of Europe, quotation marks keep nothing. */
const startsFormulaLater = new RegExp(
  `([;\\t\\r\\n]["\\s]*)(?=${formulaStart})`,
  'g',
);

/** A spreadsheet takes a cell that starts like this for a formula and would run it. */
function harmless(cell: string): string {
  const later = cell.replace(startsFormulaLater, "$1'");
  return startsFormula.test(cell) ? `'${later}` : later;
}
