import { at, on, yesNo, type Columns } from './Cell';
import type { ExportedPerson, PeopleExport } from './types';
import { fileName } from './fileName';
import type { ListFile } from './ListFile';
import { tellAbout } from './tellAbout';

/**
 * What tells who it is. The time at which an account was made tells it as well as a name; so may an
 * exception, which is on record with whom it is for.
 */
export const namingColumns: Columns<ExportedPerson> = {
  Name: ({ person }) => person.displayName,
  'User principal name': ({ person }) => person.userPrincipalName,
  'Entra object id': ({ person }) => person.id,
  'Catalog user': ({ person }) => person.entityRef,
  'Account created': ({ person }) => at(person.createdAt),
  'Exempt until': ({ person }) => on(person.exception?.until),
  'Exception approved by': ({ person }) => person.exception?.approvedBy ?? null,
};

/** What stands for who it is where a file names nobody. */
export function pseudonymColumns(keyId: string): Columns<ExportedPerson> {
  return {
    Pseudonym: ({ pseudonym }) => pseudonym,
    'Key of the pseudonyms': () => keyId,
  };
}

/** What every file tells of a person. */
export const factColumns: Columns<ExportedPerson> = {
  'Entra tenant id': ({ person }) => person.tenant,
  State: ({ person }) => person.state,
  Reason: ({ person }) => person.reason,
  'Not counted as': ({ person }) => person.scopeClass,
  'Not counted by rule': ({ person }) => person.scopeRule,
  Registered: ({ person }) => yesNo(person.registered),
  Capable: ({ person }) => yesNo(person.capable),
  Strength: ({ person }) => person.tier,
  Methods: ({ person }) => person.methods.join(' '),
  Marks: ({ person }) => person.marks.join(' '),
  'Phone ends': ({ person }) => on(person.phoneEnds),
  Privileged: ({ person }) => yesNo(person.privileged),
  Teams: ({ person }) => person.teams.map(({ title }) => title).join('; '),
  'In this state since': ({ person }) => at(person.since),
};

/** A list of people as a file. */
export function peopleFile({
  about,
  keyId,
  people,
}: PeopleExport): ListFile<ExportedPerson> {
  return {
    name: fileName('people', about, keyId === null),
    title: 'People',
    columns: {
      ...(keyId === null ? namingColumns : pseudonymColumns(keyId)),
      ...factColumns,
    },
    about: tellAbout(about),
    rows: people,
  };
}
