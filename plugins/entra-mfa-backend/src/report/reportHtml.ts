import { escapeMarkup as escaped } from './escapeMarkup';
import type { Block, Cell } from './paper/Block';
import { blocksOf, titleOf } from './paper/blocksOf';
import { reportStyle } from './reportStyle';
import type { Report } from './types';

/** A report as one page of HTML, with nothing that is loaded or run: the same bytes for the same report. */
export function reportHtml(report: Report): string {
  const title = escaped(titleOf(report));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
${blocksOf(report).map(drawn).join('\n')}
</main>
</body>
</html>
`;
}

function drawn(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const { level, newPage } = block;
      return `<h${level}${newPage ? ' class="page"' : ''}>${escaped(
        block.text,
      )}</h${level}>`;
    }
    case 'text':
      return `<p${block.isQuiet ? ' class="quiet"' : ''}>${escaped(
        block.text,
      )}</p>`;
    case 'warning':
      return `<p class="warning"><strong>Note:</strong> ${escaped(
        block.text,
      )}</p>`;
    case 'list':
      return `<ul>${block.items
        .map(item => `<li>${escaped(item)}</li>`)
        .join('')}</ul>`;
    case 'facts':
      return `<dl class="facts">${block.facts
        .map(
          ({ label, value }) =>
            `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`,
        )
        .join('')}</dl>`;
    case 'headlines':
      return `<dl class="headlines">${block.headlines
        .map(
          ({ label, value, note, isGood }) =>
            `<div><dt>${escaped(label)}</dt><dd><b>${escaped(
              value,
            )}</b><span${toneOf(isGood)}>${escaped(note)}</span></dd></div>`,
        )
        .join('')}</dl>`;
    case 'drawing':
      // Its words follow as text.
      return `<div class="drawing" aria-hidden="true">${block.drawing.svg}</div>`;
    default:
      return tableOf(block);
  }
}

function toneOf(isGood: boolean | null): string {
  if (isGood === null) return '';
  return ` class="${isGood ? 'good' : 'bad'}"`;
}

function tableOf({
  caption,
  columns,
  rows,
}: Extract<Block, { kind: 'table' }>): string {
  const numbers = columns.map(({ isNumber }) =>
    isNumber ? ' class="number"' : '',
  );
  const head = columns.map(
    ({ title, width }, place) =>
      `<th scope="col" style="width:${width}%"${numbers[place]}>${escaped(
        title,
      )}</th>`,
  );
  const body = rows.map(
    ([first, ...others]) =>
      `<tr><th scope="row">${cellOf(first)}</th>${others
        .map((cell, place) => `<td${numbers[place + 1]}>${cellOf(cell)}</td>`)
        .join('')}</tr>`,
  );
  return `<div class="table" role="region" tabindex="0" aria-label="${escaped(
    caption,
  )}"><table><caption>${escaped(caption)}</caption><thead><tr>${head.join(
    '',
  )}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

function cellOf({ text, tone, isCode, drawing, more }: Cell): string {
  const words = escaped(text).replace(/\n/g, '<br>');
  const told = isCode ? `<code>${words}</code>` : words;
  return [
    tone ? `<span class="${tone}">${told}</span>` : told,
    drawing
      ? `<span class="strip" aria-hidden="true">${drawing.svg}</span>`
      : '',
    more === undefined ? '' : `<small>${escaped(more)}</small>`,
  ].join('');
}
