/** Why something was not handed on or asked, by a code or a name, or in words of ours: an answer, or a path, is never quoted. */
export function reasonOf(error: unknown): string {
  const { name, message, code, cause } = error as NodeJS.ErrnoException & {
    cause?: { code?: string };
  };
  if (name === 'TimeoutError') return 'it did not answer in time';
  if (code !== undefined) return String(code);
  if (cause !== undefined) return cause.code ?? 'it cannot be reached';
  return name === 'TypeError' ? message : name;
}
