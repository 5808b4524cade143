import { z } from 'zod';

const payloadSchema = z.object({
  roles: z.array(z.string()).default([]),
  scp: z.string().default(''),
});

/** Scopes by which nothing is read but who signed in. */
const ofPerson = new Set([
  'openid',
  'profile',
  'email',
  'offline_access',
  'User.Read',
]);

/**
 * The permissions that a token for Graph says it carries: those of the application, or those in somebody's name.
 * Nothing may rest on them: such a token is Graph's to read, and need not be readable for anybody else. Null where it
 * is not.
 */
export function rolesOf(token: string): string[] | null {
  const [, payload = ''] = token.split('.');
  try {
    const text = Buffer.from(payload, 'base64url').toString();
    const { roles, scp } = payloadSchema.parse(JSON.parse(text));
    const scopes = scp.split(' ').filter(one => one && !ofPerson.has(one));
    return [...roles, ...scopes];
  } catch {
    return null;
  }
}
