import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, type JsonValue } from '@backstage/types';
import { z } from 'zod';

/** A text that says something. */
export function text() {
  const error = 'should be a string that is not empty';
  return z.string({ error }).min(1, error);
}

/** A number; as a text too, as an environment variable gives it. */
export function number(should: string) {
  return z.preprocess(
    value =>
      typeof value === 'string' && value.trim() !== '' ? Number(value) : value,
    z.number({ error: `${should}: it is no number` }),
  );
}

/** A whole number in a range. */
export function whole(should: string, least: number, most = Infinity) {
  return number(should).refine(
    value => Number.isInteger(value) && value >= least && value <= most,
    { error: should },
  );
}

/** Yes or no; as a text too, as an environment variable gives it. */
export const flag = z.preprocess(
  value => (typeof value === 'string' ? toBoolean(value) : value),
  z.boolean({ error: 'should be true or false' }),
);

function toBoolean(value: string): boolean | string {
  const { data } = z.stringbool().safeParse(value);
  return data ?? value;
}

/** One of some texts. */
export function oneOf<const Name extends string>(allowed: readonly Name[]) {
  return z.enum(allowed, { error: `should be one of ${allowed.join(', ')}` });
}

/** A GUID, in lower case. */
export function guid(what: string) {
  return text()
    .trim()
    .regex(
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
      `should be ${what}, a GUID`,
    )
    .toLowerCase();
}

/** A duration of at least a second, in milliseconds. */
export const duration = z.unknown().transform((value, context) => {
  const should = 'should be a duration, such as { hours: 6 }';
  try {
    const milliseconds = durationToMilliseconds(
      readDurationFromConfig(new ConfigReader({ value: value as JsonValue }), {
        key: 'value',
      }),
    );
    if (milliseconds >= 1000) {
      return milliseconds;
    }
    context.addIssue(should);
  } catch (error) {
    context.addIssue(`${should}: ${error}`);
  }
  return z.NEVER;
});

/** The entity ref of a user or group, in full. */
export const entityRef = text().transform((ref, context) => {
  try {
    const full = stringifyEntityRef(parseEntityRef(ref));
    if (/^(user|group):/.test(full)) {
      return full;
    }
  } catch {
    // Told below, as any other that is none.
  }
  context.addIssue(
    'should be the entity ref of a user or group, such as group:default/security',
  );
  return z.NEVER;
});

/** A picture that needs no session, as the annotation of a KPI card names a figure. */
export const openPicture = text().transform((written, context) => {
  const [, of = '', id = null] =
    /^([^;]+?)(?:;\s*tenant=([0-9a-f-]{36}))?$/i.exec(written.trim()) ?? [];
  const tenant = id && id.toLowerCase();
  const [, control] = /^control:([^/\s]+\/\S.*)$/.exec(of) ?? [];
  if (control) {
    return { control, team: null, tenant };
  }
  const team = of === 'organization' ? of : entityRef.safeParse(of).data;
  if (team === 'organization' || team?.startsWith('group:')) {
    return { team, control: null, tenant };
  }
  context.addIssue(
    'should be organization, the entity ref of a group, such as group:default/payments, or a control, such as control:mfa/MFA-01; of another than the first tenant with ;tenant= and its id',
  );
  return z.NEVER;
});
