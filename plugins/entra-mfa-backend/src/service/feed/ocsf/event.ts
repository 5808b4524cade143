import { version } from '../../../../package.json';

/** The version of OCSF that the feed speaks; its schema is pinned in `schema-1.8.0.json`. */
const OCSF_VERSION = '1.8.0';

/** Of which tenant an event is, and how it says of whom. */
export interface EventOf {
  tenantId: string;
  /** Which key made the pseudonyms; null where the feed gives names. */
  keyId: string | null;
  /** What stands for a person: a pseudonym or the Entra object id. */
  uidOf(objectId: string): string;
}

/** The snapshot that an event is told from. */
export interface EventAt {
  number: number;
  at: Date;
}

/** A class of OCSF, as every event of it says. */
export interface EventClass {
  category_uid: number;
  category_name: string;
  class_uid: number;
  class_name: string;
}

interface Uid {
  uid: string;
}

const severities = { 1: 'Informational', 3: 'Medium' } as const;

/** What an event is about. */
type Subject =
  | { user: Uid }
  | { device: Uid }
  | { finding_info: Uid }
  | { message: string };

function uidOf(about: Subject): string {
  if ('message' in about) {
    return about.message;
  }
  if ('user' in about) {
    return about.user.uid;
  }
  return 'device' in about ? about.device.uid : about.finding_info.uid;
}

/**
 * What every event of OCSF has. All of it follows from the snapshot, so that the same snapshot has the same
 * bytes and a line that comes twice can be told by `metadata.uid`.
 */
export function eventOf<About extends Subject>(
  { tenantId, keyId }: EventOf,
  of: EventClass,
  { number, at }: EventAt,
  told: {
    activity: { id: number; name: string };
    severity: keyof typeof severities;
    /** Of whom or what it is. */
    about: About;
    unmapped: object;
  },
) {
  const { activity, severity, about } = told;
  return {
    ...of,
    activity_id: activity.id,
    activity_name: activity.name,
    type_uid: of.class_uid * 100 + activity.id,
    type_name: `${of.class_name}: ${activity.name}`,
    severity_id: severity,
    severity: severities[severity],
    time: at.getTime(),
    metadata: {
      version: OCSF_VERSION,
      uid: `${tenantId}/${of.class_uid}/${number}/${uidOf(about)}`,
      tenant_uid: tenantId,
      product: {
        name: 'Entra MFA for Backstage',
        vendor_name: 'Entra MFA',
        version,
      },
    },
    ...about,
    unmapped: {
      snapshot: number,
      ...(keyId !== null && { pseudonym_key: keyId }),
      ...told.unmapped,
    },
  };
}

/** An object without what is not known: left out, never false. */
export function known<T extends object>(
  fields: T,
): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && value !== undefined,
    ),
  ) as { [K in keyof T]?: NonNullable<T[K]> };
}
