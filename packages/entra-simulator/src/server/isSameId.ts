/** Whether two ids name the same thing. */
export const isSameId = (a: string, b: string) =>
  a.toLowerCase() === b.toLowerCase();
