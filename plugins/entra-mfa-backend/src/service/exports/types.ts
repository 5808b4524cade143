import type { Person } from 'backstage-plugin-entra-mfa-common';

/** A person as a file tells them. */
export interface ExportedPerson {
  /** Stands for the person where the file names nobody; else null. */
  pseudonym: string | null;
  person: Person;
}

/** Everybody of a filter that the caller may see, ready to be written to a file. */
export interface PeopleExport {
  /** Which key made the pseudonyms; null where the file gives names. */
  keyId: string | null;
  people: AsyncIterable<ExportedPerson>;
}
