/** A wider matrix is as wide as this: no style attribute is needed, which a policy could forbid. */
export const MOST_COLUMNS = 80

/** What the evidence page adds to the style of exported pages: a matrix that also holds on paper. */
export const evidenceStyle = `
${Array.from({ length: MOST_COLUMNS }, (_, at) => `.columns-${at + 1} { --columns: ${at + 1}; }`).join(' ')}
.skip { position: absolute; left: -999px; } .skip:focus { left: 12px; top: 12px; padding: 6px 10px; background: var(--paper); }
.contents { display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; padding: 0; margin: 16px 0 0; }
main > section { margin-top: 48px; padding-top: 32px; border-top: 1px solid var(--line-strong); } section h2 { margin-bottom: 16px; }
section.positions { width: max-content; min-width: 100%; max-width: calc(100vw - 48px); position: relative; left: 50%; transform: translateX(-50%); }
.matrix { table-layout: fixed; width: calc(220px + var(--columns) * 190px); min-width: 100%; } .matrix th, .matrix td { min-width: 0; overflow-wrap: anywhere; border-right: 1px solid var(--line); }
.matrix thead th:first-child { width: 220px; } .matrix .meta { display: block; margin: 2px 0 6px; font-size: 12px; line-height: 17px; font-weight: 400; }
.matrix thead th { position: sticky; top: 0; background: var(--paper); }
.quote { display: block; margin-top: 4px; font: 15px/21px var(--serif); text-decoration-color: var(--line-strong); } .stance-words { font-weight: 500; }
td:target, .statement:target { outline: 2px solid var(--focus); outline-offset: -2px; }
.sources { padding-left: 22px; } .sources li { margin: 4px 0; } .sources .meta { margin-left: 6px; }
@page { margin: 14mm; } @page matrix { size: A4 landscape; margin: 10mm; }
@media print { .skip, nav { display: none; } section.positions { page: matrix; position: static; transform: none; width: auto; max-width: none; border: 0; padding: 0; margin-top: 0; }
  .scroll { overflow: visible; } .matrix { width: 100%; min-width: 0; font-size: clamp(5.5pt, calc(13pt - var(--columns) * .55pt), 9pt); line-height: 1.3; } .matrix thead { display: table-header-group; } .matrix thead th { position: static; } .matrix thead th:first-child { width: 13%; }
  .matrix th, .matrix td { padding: 4pt; } .quote { font-size: 1em; line-height: 1.3; text-decoration: none; } .matrix .meta { font-size: .85em; line-height: 1.25; } .matrix .stance { white-space: normal; }
  main > section { break-before: page; border: 0; padding-top: 0; margin-top: 0; } h3 { break-after: avoid; } }
`
