/** The most characters that a cell of Excel holds. */
const LONGEST_TEXT = 32_767;

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** What XML 1.0 cannot hold in any spelling, and what it should not. */
const forbidden = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;
/** Excel reads `_x000D_` as the character of that number. */
const spelled = /_(?=x[0-9a-f]{4}_)/gi;

/** A text as part of an XML document of Excel. */
export function xmlText(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd')
    .replace(/(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(forbidden, '\ufffd')
    .replace(spelled, '_x005F_')
    .replace(/[&<>"]/g, character => escapes[character])
    .replace(/\r/g, '&#13;');
}
