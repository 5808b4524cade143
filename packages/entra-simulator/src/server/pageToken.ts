import { graphErrors } from './GraphError';

/** Where a list goes on, and when the page that said so was made. */
export type PageToken = { position: number; page: number; issuedAt: number };

/** Writes a token that tells a client nothing. */
export function writePageToken({
  position,
  page,
  issuedAt,
}: PageToken): string {
  return Buffer.from(`${position}.${page}.${issuedAt.toString(36)}`).toString(
    'base64url',
  );
}

/** Reads a token; throws Graph's error for one that was never given or has expired. */
export function readPageToken(
  token: string,
  now: number,
  lifetime: number,
): PageToken {
  const parts = /^(\d+)\.(\d+)\.([0-9a-z]+)$/.exec(
    Buffer.from(token, 'base64url').toString(),
  );
  if (!parts) {
    throw graphErrors.badRequest('Skip token is not valid.');
  }
  const read = {
    position: Number(parts[1]),
    page: Number(parts[2]),
    issuedAt: parseInt(parts[3], 36),
  };
  if (Math.abs(now - read.issuedAt) > lifetime) {
    throw graphErrors.expiredPageToken();
  }
  return read;
}

/** The number of the page that a token leads to: the first one without a token. */
export function pageOfToken(token: string | null): number {
  const parts = /^\d+\.(\d+)\./.exec(
    Buffer.from(token ?? '', 'base64url').toString(),
  );
  // A token of a published sample tells nothing, and leads to the second page.
  return parts ? Number(parts[1]) : 1 + Number(token !== null);
}
