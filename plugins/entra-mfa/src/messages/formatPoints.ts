/** A difference per thousand in percentage points, cut off towards zero: `+1.4`, `−0.3`. */
export function formatPoints(permille: number): string {
  const size = Math.abs(permille);
  const digits = `${Math.floor(size / 10)}.${size % 10}`;
  if (permille === 0) return `±${digits}`;
  return `${permille > 0 ? '+' : '−'}${digits}`;
}
