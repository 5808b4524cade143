/** What a name is sorted by: without regard to case and accents, as long as the column holds. */
export function sortName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .slice(0, 255);
}
