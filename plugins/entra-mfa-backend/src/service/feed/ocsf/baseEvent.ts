import {
  eventOf,
  known,
  type EventAt,
  type EventClass,
  type EventOf,
} from './event';

/** Base Event, for what has no class of its own: https://schema.ocsf.io/1.8.0/classes/base_event. */
const baseEvent: EventClass = {
  category_uid: 0,
  category_name: 'Uncategorized',
  class_uid: 0,
  class_name: 'Base Event',
};

/** What a snapshot counted of a subject. It names nobody. */
export interface Summary {
  /** What it is of, which stays the same from snapshot to snapshot: the event's `message`. */
  subject: string;
  /** Null where it is not known any more. */
  figures: object | null;
  /** The fingerprint of the evidence that says the same; null where none is on record. */
  evidence: string | null;
  /** Of which time the figures are, where they are of more than a moment. */
  window?: { from: Date; to: Date };
}

/** Figures of the tenant as a snapshot has them. The class has no activity for either, so each is another one. */
export function toBaseEvent(
  of: EventOf,
  { subject, figures, evidence, window }: Summary,
  at: EventAt,
) {
  return eventOf(of, baseEvent, at, {
    activity: { id: 99, name: figures ? 'Collect' : 'Delete' },
    severity: 1,
    about: {
      message: subject,
      ...(window && {
        start_time: window.from.getTime(),
        end_time: window.to.getTime(),
      }),
    },
    unmapped: figures ? known({ figures, evidence }) : { deleted: true },
  });
}
