import type { Request, Response } from 'express';

/** An answer that is read only where its version is not the one that the caller holds. */
export class Versioned<Answer> {
  constructor(readonly version: string, readonly read: () => Promise<Answer>) {}
}

/** Reads an answer; undefined where it has a version, and the caller holds it (RFC 9110, 13.1.2). */
export async function ifChanged<Answer>(
  answer: Answer | Versioned<Answer>,
  request: Request,
  response: Response,
): Promise<Answer | undefined> {
  if (!(answer instanceof Versioned)) {
    return answer;
  }
  const etag = `"${answer.version}"`;
  response.setHeader('ETag', etag);
  return request.headers['if-none-match'] === etag ? undefined : answer.read();
}
