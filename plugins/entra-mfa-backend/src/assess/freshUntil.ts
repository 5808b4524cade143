/** The limits beyond which figures are stale. */
interface Limits {
  staleAfterSeconds: number;
  reportStaleAfterSeconds: number;
}

/**
 * Until when what a snapshot tells is fresh, unless another one follows. One whose report was old when it was read
 * never is.
 */
export function freshUntil(
  limits: Limits,
  snapshot: { at: Date; readAt: Date | null; reportRefreshedAt: Date | null },
): Date {
  const { at, readAt, reportRefreshedAt } = snapshot;
  if (!readAt) return at;
  const isOld =
    reportRefreshedAt !== null &&
    readAt.getTime() - reportRefreshedAt.getTime() >
      limits.reportStaleAfterSeconds * 1000;
  const end = new Date(readAt.getTime() + limits.staleAfterSeconds * 1000);
  return isOld || end < at ? at : end;
}
