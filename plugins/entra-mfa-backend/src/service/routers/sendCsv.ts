import type { Person } from 'backstage-plugin-entra-mfa-common';
import { stringify } from 'csv-stringify';
import type { Response } from 'express';
import { Readable } from 'stream';
import { pipeline } from 'stream/promises';

/** The columns of the file, with their headers in plain words. */
const columns: Record<string, (person: Person) => string> = {
  Name: person => person.displayName,
  'User principal name': person => person.userPrincipalName,
  'Entra object id': person => person.id,
  'Entra tenant id': person => person.tenant,
  'Catalog user': person => person.entityRef ?? '',
  State: person => person.state,
  Reason: person => person.reason,
  'Not counted as': person => person.scopeClass ?? '',
  Registered: person => yesNo(person.registered),
  Capable: person => yesNo(person.capable),
  Strength: person => person.tier ?? '',
  Methods: person => person.methods.join(' '),
  Marks: person => person.marks.join(' '),
  Privileged: person => yesNo(person.privileged),
  Teams: person => person.teams.map(({ title }) => title).join('; '),
  'In this state since': person => person.since,
  'Account created': person => person.createdAt ?? '',
};

/** Sends people as a CSV file, row by row as they are read. */
export async function sendCsv(
  response: Response,
  people: AsyncIterable<Person>,
): Promise<void> {
  response.type('text/csv');
  response.attachment('people.csv');
  await pipeline(
    Readable.from(rows(people)),
    // Without a byte order mark Excel takes UTF-8 for the machine's own code page.
    stringify({ bom: true, header: true, columns: Object.keys(columns) }),
    response,
  );
}

async function* rows(people: AsyncIterable<Person>) {
  for await (const person of people) {
    yield Object.values(columns).map(value => harmless(value(person)));
  }
}

/** Null is not known, which is neither yes nor no. */
function yesNo(value: boolean | null): string {
  if (value === null) {
    return '';
  }
  return value ? 'yes' : 'no';
}

/** A spreadsheet takes a cell that starts like this for a formula and would run it. */
function harmless(cell: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
