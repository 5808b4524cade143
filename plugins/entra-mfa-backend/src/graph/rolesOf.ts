import { z } from 'zod';

const payloadSchema = z.object({ roles: z.array(z.string()).default([]) });

/**
 * The application permissions that a token for Graph says it carries. Nothing may rest on them: such a token
 * is Graph's to read, and need not be readable for anybody else. Null where it is not.
 */
export function rolesOf(token: string): string[] | null {
  const [, payload = ''] = token.split('.');
  try {
    const text = Buffer.from(payload, 'base64url').toString();
    return payloadSchema.parse(JSON.parse(text)).roles;
  } catch {
    return null;
  }
}
