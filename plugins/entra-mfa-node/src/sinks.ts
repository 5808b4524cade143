import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  PersonState,
  ScopeClass,
  StateReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** A person of a snapshot, as the rules decide. @public */
export interface EntraMfaEvidencePerson {
  /** The object id in the directory. */
  id: string;
  /** Null of who was erased. */
  userPrincipalName: string | null;
  /** Null where the directory has none, and of who was erased. */
  mail: string | null;
  /** Null of who was erased. */
  displayName: string | null;
  /** Who is exempt, out of scope or not known is none of covered and uncovered: count them as neither. */
  state: PersonState;
  /** Why: `registered`, `exception`, `break-glass`, `no-row` and others. */
  reason: StateReason;
  /** Why the person is out of scope; null where they are in it. */
  scopeClass: ScopeClass | null;
  /**
   * Whether they have MFA. True of the covered, false of the uncovered, and null of everybody else: a platform that
   * counts null as false counts exceptions, break-glass accounts and what nobody knows as failures.
   */
  mfaEnabled: boolean | null;
  /** The methods that are registered, as Microsoft's report names them: `microsoftAuthenticatorPush`. */
  methods: readonly string[];
  /** Whether they hold a privileged role or can activate one; null where that is not known. */
  privileged: boolean | null;
  /** Whether the account can sign in; null where that is not known. */
  enabled: boolean | null;
  /** When the account was created; null where that is not known. */
  createdAt: Date | null;
}

/** The full state of a tenant, ready to be pushed. @public */
export interface EntraMfaEvidencePush {
  /** The directory (tenant) id. */
  tenantId: string;
  /** The number of the snapshot; the numbers of a tenant grow. */
  snapshot: number;
  /** When the snapshot was made. */
  at: Date;
  /**
   * Up to which object id a push of this snapshot that was cut had been taken, see `took`; null where it begins. A sink
   * that can only send everything ignores it.
   */
  resumeAfter: string | null;
  /**
   * Everybody of the snapshot, in the order of object ids and in batches of at most 1,000. It can be read several times:
   * each time begins anew, and gives the same.
   *
   * @param after - leaves out everybody up to this object id
   */
  people(after?: string | null): AsyncIterable<EntraMfaEvidencePerson[]>;
  /** Keeps that everybody up to this object id was taken, for a push that is cut. */
  took(objectId: string): Promise<void>;
  /** Aborted where the portal stops, or the push takes too long. */
  signal: AbortSignal;
}

/** What a sink says that it took. @public */
export interface EntraMfaEvidenceTaken {
  /** How many people, those that were taken before it was cut too. */
  people: number;
}

/** An approved assessment with its report. @public */
export interface EntraMfaEvidenceDocument {
  /** The directory (tenant) id. */
  tenantId: string;
  /** The number of the assessment. */
  assessment: number;
  /** What the assessment is called. */
  title: string;
  /** The first day of its period, `YYYY-MM-DD`. */
  from: string;
  /** The last one. */
  to: string;
  /** When it was approved. */
  approvedAt: Date;
  /** `mfa-assessment-3_2026-07-01_2026-09-30.pdf` */
  fileName: string;
  /** The report as PDF. It names nobody of the directory. */
  pdf: Buffer;
  /** Aborted where the portal stops, or the push takes too long. */
  signal: AbortSignal;
}

/**
 * Says why a platform took nothing, and what to do. Its message is shown in the portal and logged: it holds no secret and
 * names nobody. Of every other error only the kind is told, because it may quote what was sent.
 *
 * @public
 */
export class EntraMfaSinkError extends Error {
  /** By which it is known, whichever copy of the class it is of. */
  readonly name = 'EntraMfaSinkError';
  /** The status that the platform answered with; null where it was not that. */
  readonly status: number | null;

  constructor(message: string, status: number | null = null) {
    super(message);
    this.status = status;
  }
}

/** Takes evidence elsewhere: to a platform that collects it for auditors. @public */
export interface EntraMfaEvidenceSink {
  /**
   * Lower-case letters, digits and hyphens, at most 32; it stays the same for ever. Nothing is pushed before
   * `entraMfa.sinks` of the configuration names a tenant for it.
   */
  id: string;
  /** What people call it: `Vanta`. */
  title: string;
  /**
   * Takes everybody of a snapshot, in place of what it took before. One replica does it, at most once an hour, for a
   * snapshot that is fresh and newer than the last that was taken. Where it rejects, it is asked again an hour later: for
   * the same snapshot with what `took` kept, or for a newer one from its beginning.
   */
  pushPeople(push: EntraMfaEvidencePush): Promise<EntraMfaEvidenceTaken>;
  /**
   * Takes the report of an approved assessment, each once; where it rejects, it comes again an hour later. A sink without
   * it takes none.
   */
  pushDocument?(document: EntraMfaEvidenceDocument): Promise<void>;
}

/** Takes sinks of other modules. @public */
export interface EntraMfaEvidenceSinksExtensionPoint {
  /** Throws where one of this id was added already, or the id is not as documented. */
  addSink(sink: EntraMfaEvidenceSink): void;
}

/** See {@link EntraMfaEvidenceSinksExtensionPoint}. @public */
export const entraMfaEvidenceSinksExtensionPoint =
  createExtensionPoint<EntraMfaEvidenceSinksExtensionPoint>({
    id: 'entra-mfa.evidence-sinks',
  });
