import type { EvidenceItem, SnapshotStatement } from '../items';
import type { Signer } from '../signatures';
import type { AssessmentStatement } from './assessmentSchemas';

/**
 * A person as a bundle tells them: what they count as, and no more than that unless it has names.
 *
 * @public
 */
export interface BundlePerson {
  /** The object id where the bundle has names, a pseudonym where not. */
  id: string;
  /** Only with names. */
  displayName?: string;
  /** Only with names. */
  userPrincipalName?: string;
  /** What the person counts as, such as `covered`. */
  state: string;
  /** Why, such as `not-registered`. */
  reason: string;
  /** As what they are out of scope; null for whoever is in. */
  scopeClass: string | null;
  /** Null where it is not known. */
  registered: boolean | null;
  /** Null where it is not known. */
  capable: boolean | null;
  /** Of the strongest method; null where no row of the report is known. */
  tier: string | null;
  /** As Microsoft names them. */
  methods: readonly string[];
  /** Whether they hold a privileged role or can activate one; null where it is not known. */
  privileged: boolean | null;
}

/**
 * Where a leaf is in the log: see `verifyInclusion`.
 *
 * @public
 */
export interface BundleInclusion {
  /** Its place, from 0. */
  leaf: number;
  /** Of how many leaves. */
  size: number;
  /** From the leaf up. */
  proof: readonly Uint8Array[];
}

/**
 * What a bundle is made of.
 *
 * @public
 */
export interface BundleContent {
  /** Of the snapshot that the bundle is of. */
  statement: SnapshotStatement;
  /** Where the statement is in the log. */
  statementAt: BundleInclusion;
  /** What held then, and where it is in the log. */
  items: readonly { item: EvidenceItem; at: BundleInclusion }[];
  /** The state of the log that all proofs are about: a note, signed or not. */
  checkpoint: string;
  /** Everybody of the directory, in an order that stays; null where they are not told. */
  people: AsyncIterable<readonly BundlePerson[]> | null;
  /** Whether people have their names. */
  named: boolean;
  /** Tells which pseudonyms can be compared; null where there are none. */
  pseudonymKey: string | null;
  /**
   * What is made of the above for people and for other tools: the report, the rules, OSCAL. Each of them whole, with
   * names of its own.
   */
  more: readonly { name: string; content: Uint8Array }[];
  /** Null where nobody signs. */
  signer: Signer | null;
  /** Null where no authority says when the bundle was made. */
  timestamps: TimestampSource | null;
}

/**
 * What a bundle of an assessment is made of.
 *
 * @public
 */
export interface AssessmentBundleContent {
  /** What the bundle is of. */
  statement: AssessmentStatement;
  /** What each control is called, by its key. */
  titles: ReadonlyMap<string, string>;
  /** What the first and the last snapshot of the period say of themselves: none, one or two. */
  snapshots: readonly { statement: SnapshotStatement; at: BundleInclusion }[];
  /** What held at some of its snapshots, in the order of the log. */
  items: AsyncIterable<{ item: EvidenceItem; at: BundleInclusion }>;
  /** The state of the log that all proofs are about: a note, signed or not. Null where nothing was on record. */
  checkpoint: string | null;
  /** What is made of the above for people and for other tools, each with a name of its own. */
  more: readonly { name: string; content: Uint8Array }[];
  /** Null where nobody signs. */
  signer: Signer | null;
  /** Null where no authority says when the bundle was made. */
  timestamps: TimestampSource | null;
}

/**
 * Who says when a bundle was made (RFC 3161).
 *
 * @public
 */
export interface TimestampSource {
  /** The address of the authority. */
  authority: string;
  /** Its answer about some bytes; null where it gives none. */
  stamp(bytes: Uint8Array): Promise<Uint8Array | null>;
}

/**
 * A file of a bundle. What is read piece by piece is read to its end before the next file is asked for.
 *
 * @public
 */
export interface BundleFile {
  /** With its folders: `evidence/policies.json`. */
  name: string;
  /** Its bytes, or their pieces. */
  content: Uint8Array | AsyncIterable<Uint8Array>;
}

/** What stands beside the files of a bundle, with their SHA-256 in hexadecimal. */
export interface Manifest {
  format: 'entra-mfa-bundle';
  version: 1;
  tenant: string;
  snapshot: number;
  at: string;
  named: boolean;
  pseudonymKey: string | null;
  /** Who was asked when it was made; absent where nobody was. */
  timestampAuthority?: string;
  files: Record<string, string>;
}

/** The same of a bundle of an assessment. */
export interface AssessmentManifest {
  format: 'entra-mfa-assessment-bundle';
  version: 1;
  tenant: string;
  assessment: number;
  from: string;
  to: string;
  state: string;
  timestampAuthority?: string;
  files: Record<string, string>;
}

export const manifestType = 'application/vnd.entra-mfa.bundle-manifest+json';

/** Where a bundle has the answer of a time stamp authority: beside the manifest, as it is about that. */
export const timestampFile = 'timestamp.tsr';

/** Where a bundle has its OSCAL. */
export const oscalFile = 'oscal/assessment-results.json';

/** Where a bundle with names has the settings that judged, to the byte. */
export const settingsFile = 'rules/settings.json';

/** What a bundle of an assessment is about. */
export const assessmentFile = 'assessment.json';

/** Where a bundle has the state of the log. */
export const checkpointFile = 'log/checkpoint';
