/** A wider matrix is as wide as this: no style attribute is needed, which a policy could forbid. */
export const MOST_COLUMNS = 80

/** What the evidence page adds to the style of exported pages: a matrix whose heads stay in view, and that holds on paper. What is out of sight is not drawn. */
export const evidenceStyle = `
${Array.from({ length: MOST_COLUMNS }, (_, at) => `.columns-${at + 1} { --columns: ${at + 1}; }`).join(' ')}
.skip { position: absolute; left: -999px; } .skip:focus { left: 12px; top: 12px; padding: 6px 10px; background: var(--paper); z-index: 3; }
.contents { display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; padding: 0; margin: 16px 0 0; } header .note { margin-top: 12px; }
main > section { margin-top: 48px; padding-top: 32px; border-top: 1px solid var(--line-strong); } section h2 { margin-bottom: 16px; }
section.positions { width: max-content; min-width: 100%; max-width: calc(100vw - 48px); position: relative; left: 50%; transform: translateX(-50%); }
.scroll { max-height: calc(100vh - 32px); overflow: auto; scroll-margin-top: 16px; } .scroll:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.matrix { table-layout: fixed; border-collapse: separate; border-spacing: 0; margin: 0; width: calc(200px + var(--columns) * 180px); min-width: 100%; }
.matrix th, .matrix td { min-width: 0; overflow-wrap: anywhere; border-right: 1px solid var(--line); } .matrix tr > :last-child { border-right: 0; }
.matrix thead th { position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom-color: var(--line-strong); } .matrix thead th:first-child { left: 0; z-index: 2; width: 200px; }
.matrix tbody th { position: sticky; left: 0; background: var(--paper); } .matrix .meta { display: block; margin: 2px 0 6px; font-size: 12px; line-height: 17px; font-weight: 400; }
.quote { display: block; margin-top: 4px; font: 15px/21px var(--serif); text-decoration-color: var(--line-strong); } .quote:hover { text-decoration-color: currentColor; } .stance-words { font-weight: 500; } .side { display: block; margin-top: 6px; }
td, .statement, mark { scroll-margin: 25vh 240px 25vh 240px; } td:target { outline: 2px solid var(--focus); outline-offset: -2px; }
@media screen { article { content-visibility: auto; contain-intrinsic-size: auto 1200px; } .statement { content-visibility: auto; contain-intrinsic-size: auto 130px; } }
.sources { padding-left: 22px; } .sources li { margin: 4px 0; } .sources .meta { margin-left: 6px; }
@media (max-width: 700px) { .matrix { width: calc(120px + var(--columns) * 180px); font-size: 13px; line-height: 19px; } .matrix thead th:first-child { width: 120px; } .matrix th, .matrix td { padding: 8px; } td { scroll-margin-left: 130px; } }
@page { margin: 14mm; } @page matrix { size: A4 landscape; margin: 10mm; }
@media print { :root { --paper: #FFF; } .skip, nav { display: none; } main, body > header { max-width: none; margin: 0; } body > header, section.positions { page: matrix; } section.positions { position: static; transform: none; width: auto; max-width: none; break-before: auto; padding: 0; margin-top: 14pt; border: 0; }
  main > section:not(.positions) { border: 0; padding-top: 0; margin-top: 20pt; } article { margin-top: 0; padding-top: 0; } h3 { break-after: avoid; } .scroll { overflow: visible; max-height: none; }
  .matrix { width: 100%; min-width: 0; font-size: clamp(6pt, calc(13pt - var(--columns) * .52pt), 9.5pt); line-height: 1.3; hyphens: auto; } .matrix thead { display: table-header-group; } .matrix thead th, .matrix tbody th { position: static; } .matrix thead th:first-child { width: 11%; }
  .matrix th, .matrix td { padding: 3.5pt; } .matrix .quote { font-size: 1em; line-height: 1.3; text-decoration: none; margin-top: 2pt; } .matrix .meta { font-size: .88em; line-height: 1.25; margin: 1pt 0 2pt; } .matrix .stance { white-space: normal; }
  .matrix .stance svg, .matrix .swatch { width: 1em; height: 1em; margin-right: .35em; } }
`
