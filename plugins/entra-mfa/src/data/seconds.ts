/** Milliseconds as seconds with one decimal, cut off. */
export const seconds = (milliseconds: number) =>
  (Math.floor(milliseconds / 100) / 10).toFixed(1);
