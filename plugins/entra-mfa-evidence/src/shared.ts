import { z } from 'zod';

/** SHA-256, as 64 lower-case hexadecimal digits. */
export const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);

/** An instant of ISO 8601. */
export const instant = z.iso.datetime({ offset: true });
