import type {
  Person,
  ReviewDecided,
  ReviewReason,
  roleKinds,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { FileAbout } from './FileAbout';

/** A person as a file tells them. */
export interface ExportedPerson {
  /** Stands for the person where the file names nobody; else null. */
  pseudonym: string | null;
  person: Person;
}

/** Everybody of a filter that the caller may see, ready to be written to a file. */
export interface PeopleExport {
  about: FileAbout;
  /** Null where none is configured. */
  tenantId: string | null;
  /** Which key made the pseudonyms; null where the file gives names. */
  keyId: string | null;
  people: AsyncIterable<ExportedPerson>;
}

/** Somebody on the list of a review as a file tells them: as they were when it was made. */
export interface ExportedItem extends ExportedPerson {
  /** Why they are on the list, and how they held the role that was reviewed. */
  reasons: (ReviewReason | (typeof roleKinds)[number])[];
  /**
   * The one in force; null where nothing was decided. Where the file names nobody, `by` is a
   * pseudonym, `at` a day, and there is no note.
   */
  decision: ReviewDecided | null;
  /** How many it took the place of. */
  earlier: number;
}

/** The list of a closed review, as far as the caller may see it, ready to be written to a file. */
export interface ReviewExport {
  about: FileAbout;
  tenant: string;
  number: number;
  /** Which key made the pseudonyms; null where the file gives names. */
  keyId: string | null;
  items: AsyncIterable<ExportedItem>;
}
