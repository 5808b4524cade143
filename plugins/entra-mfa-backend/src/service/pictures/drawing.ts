const WIDTH = 320;

/** On white, each that words are written in at least 4.5 to 1. */
export const colours = {
  ink: '#1f2328',
  quiet: '#59636e',
  met: '#1a7f37',
  missed: '#c2222b',
  covered: '#1f5493',
  uncovered: '#e05252',
  line: '#d0d7de',
  paper: '#ffffff',
};

/** What takes their place for who sees pages in dark colours, on its own paper as they on theirs. */
export const darkColours: typeof colours = {
  ink: '#f0f6fc',
  quiet: '#9198a1',
  met: '#3fb950',
  missed: '#f85149',
  covered: '#6ca4e8',
  uncovered: '#e05252',
  line: '#3d444d',
  paper: '#0d1117',
};

/** Only in a page that shows it: opened by itself, a picture may have no style. */
const style = `<style>@media (prefers-color-scheme: dark){${Object.entries(
  colours,
)
  .map(([name, light]) => {
    const dark = darkColours[name as keyof typeof colours];
    return `[fill="${light}"]{fill:${dark}}[stroke="${light}"]{stroke:${dark}}`;
  })
  .join('')}}</style>`;

/** A line of text, cut where it is longer than so many characters. */
export function line(
  text: string,
  longest: number,
  at: { x?: number; y: number; size: number; bold?: boolean; fill?: string },
): string {
  const { x = 16, y, size, bold = false, fill = colours.ink } = at;
  const characters = Array.from(text);
  const shown =
    characters.length > longest
      ? `${characters.slice(0, longest - 1).join('')}…`
      : text;
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${
    bold ? ' font-weight="600"' : ''
  }>${escaped(shown)}</text>`;
}

/** A picture with its name for who does not see it. What a title of the catalog has in it must stay text. */
export function svg(title: string, height: number, parts: string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title" font-family="system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif">`,
    `<title id="title">${escaped(title)}</title>`,
    style,
    `<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${
      height - 1
    }" rx="6" fill="${colours.paper}" stroke="${colours.line}"/>`,
    ...parts,
    '</svg>',
  ].join('');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** As text of XML, which has no control characters. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, character => entities[character]);
}
