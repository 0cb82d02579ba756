/** The style of exported pages: the design's tokens, light and dark, screen and paper. Nothing is fetched by it. */
export const exportStyle = `
:root { color-scheme: light dark; --paper: #FDFCF9; --ink: #1C1B19; --ink-2: #4F4B45; --ink-3: #68635B; --line: #E3E0D8; --line-strong: #CDC9BF; --sunken: #1C1B190A; --focus: #1D62B4; --tint: 15%;
  --sp-1: #0A3E77; --sp-2: #B14C2A; --sp-3: #22805C; --sp-4: #A78304; --sp-5: #068EB6; --sp-6: #DC5389; --sp-7: #603B1F; --sp-8: #5B5F62; --sp-none: #8A857B;
  --ui: "Inter Variable", Inter, system-ui, "Segoe UI", sans-serif; --serif: "Source Serif 4 Variable", "Source Serif 4", Charter, Georgia, serif; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #1C1C1A; --ink: #EAE7E0; --ink-2: #BDB9B0; --ink-3: #A39E95; --line: #2E2D2A; --line-strong: #413F3B; --sunken: #F1EEE60D; --focus: #78AEEB; --tint: 24%;
  --sp-1: #4D7FD6; --sp-2: #EC7F35; --sp-3: #6FB98A; --sp-4: #EBD363; --sp-5: #93D9EE; --sp-6: #D2477F; --sp-7: #92673F; --sp-8: #9AA5AF; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 48px 24px 96px; background: var(--paper); color: var(--ink); font: 14px/22px var(--ui); }
main, body > header { max-width: 920px; margin: 0 auto; }
h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.22; margin: 0; overflow-wrap: anywhere; }
h1 { font-size: 32px; } h2 { font-size: 26px; } h3 { font-size: 15px; margin: 32px 0 12px; } h4 { font-size: 14px; margin: 24px 0 8px; }
.meta { color: var(--ink-3); margin: 6px 0; overflow-wrap: anywhere; }
a { color: inherit; text-underline-offset: 3px; } a:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
section.positions, article { margin-top: 48px; padding-top: 32px; border-top: 1px solid var(--line-strong); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; margin-top: 16px; }
th, td { text-align: left; vertical-align: top; padding: 10px 12px; border-bottom: 1px solid var(--line); font-weight: 400; min-width: 120px; }
thead th { font-weight: 600; border-bottom-color: var(--line-strong); } tbody th { min-width: 220px; font-weight: 500; }
.none { color: var(--ink-3); } .stance { white-space: nowrap; } .stance svg { width: 12px; height: 12px; margin-right: 5px; vertical-align: -1px; }
.swatch { display: inline-block; width: 12px; height: 12px; margin-right: 6px; border-radius: 2px; vertical-align: -1px; border-bottom: 2px solid var(--sp); background: color-mix(in srgb, var(--sp) var(--tint), transparent); }
.statement, .highlight { margin: 0 0 20px; padding-left: 14px; border-left: 2px solid var(--sp); } .sp0 { border-left-style: dotted; }
.statement p, .highlight p { margin: 0 0 4px; } .who { font-weight: 600; }
blockquote { margin: 8px 0; font: 16px/24px var(--serif); white-space: pre-line; } .note { color: var(--ink-2); padding: 8px 12px; background: var(--sunken); border-radius: 5px; } .note > * { margin: 0 0 6px; } .note > :last-child { margin: 0; } .note blockquote { padding-left: 10px; border-left: 1px solid var(--line-strong); font-size: 14px; line-height: 20px; }
.text { max-width: 608px; font: 19px/31px var(--serif); overflow-wrap: break-word; } .text p { margin: 0 0 18px; } .text h4, .text h5, .text h6 { font: 600 19px/28px var(--serif); margin: 28px 0 10px; } .text blockquote { font: inherit; padding-left: 18px; border-left: 1px solid var(--line-strong); }
.text pre { font-size: 14px; line-height: 22px; white-space: pre-wrap; padding: 12px; background: var(--sunken); } .image { color: var(--ink-3); font: 14px/22px var(--ui); }
mark { color: inherit; background: color-mix(in srgb, var(--sp) var(--tint), transparent); text-decoration: underline 2px var(--sp); text-underline-offset: calc(5px + 4px * var(--lane, 0)); text-decoration-skip-ink: none; }
mark mark { background: none; } .lane1 { --lane: 1; } .lane2 { --lane: 2; } mark.sp0 { text-decoration-style: dotted; } mark:target, .statement:target, .highlight:target { outline: 2px solid var(--focus); outline-offset: 3px; }
sup { font: 600 11px/1 var(--ui); user-select: none; } sup a { padding: 2px 3px; text-decoration: none; color: var(--ink-2); }
${['none', 1, 2, 3, 4, 5, 6, 7, 8].map((colour, index) => `.sp${index} { --sp: var(--sp-${colour}); }`).join(' ')}
@media print { body { padding: 0; font-size: 10pt; } article { break-before: page; border: 0; } .statement, .highlight, tr { break-inside: avoid; } mark, .swatch { print-color-adjust: exact; } .text { font-size: 11pt; line-height: 1.5; max-width: none; } }
`
