/** How a report looks on a screen and on paper: light, as it is handed on and printed. */
export const reportStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1f2328; font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 1px solid #d0d7de; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p, ul { margin: .5rem 0; max-width: 46rem; }
.quiet, small { color: #59636e; }
.good { color: #1a7f37; }
.bad { color: #c2222b; font-weight: 600; }
.warning { border-left: 4px solid #8a6100; background: #fff8e6; padding: .5rem .75rem; }
.facts { margin: .5rem 0; }
.facts div { display: grid; grid-template-columns: 16rem 1fr; gap: .25rem 1rem; padding: .3rem 0; border-bottom: 1px solid #eaeef2; }
dt { color: #59636e; }
dd { margin: 0; overflow-wrap: anywhere; }
.headlines { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 1.25rem 0; }
.headlines div { border: 1px solid #d0d7de; border-radius: 6px; padding: .75rem 1rem; }
.headlines b { display: block; font-size: 1.5rem; line-height: 1.3; }
.drawing svg { display: block; width: 100%; max-width: 46rem; height: auto; }
.table { overflow-x: auto; margin: .5rem 0 1rem; }
table { width: 100%; min-width: 34rem; border-collapse: collapse; table-layout: fixed; font-size: .875rem; line-height: 1.4; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: .45rem .6rem .45rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #eaeef2; overflow-wrap: break-word; }
thead th { color: #59636e; font-weight: 600; border-bottom: 1px solid #818b98; vertical-align: bottom; }
tbody th { font-weight: 600; }
tbody small { display: block; font-weight: 400; font-size: .8125rem; }
.number { text-align: right; padding-right: .6rem; font-variant-numeric: tabular-nums; }
code { font: .75rem/1.4 ui-monospace, SFMono-Regular, Consolas, monospace; overflow-wrap: anywhere; }
.strip svg { display: block; width: 100%; max-width: 180px; height: auto; }
@media (max-width: 40rem) { .facts div { grid-template-columns: 1fr; } }
@media print {
  @page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #59636e; } }
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  .page { break-before: page; border-top: 0; padding-top: 0; }
  h1, h2, h3 { break-after: avoid; }
  tr, .headlines div, .facts div, .drawing, .warning { break-inside: avoid; }
  thead { display: table-header-group; }
  tbody tr:first-child { break-before: avoid; }
  .table { overflow: visible; }
  table { min-width: 0; font-size: 8.5pt; }
  .headlines { grid-template-columns: repeat(4, 1fr); }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
