/** The one style sheet of a report: light and dark by the reader's setting, and print. Colours are named by meaning. */
export const styleSheet = `
:root { color-scheme: light dark; --page: #f7f8fa; --card: #ffffff; --line: #d9dce3; --text: #1f2430; --muted: #5a6272;
  --bar: #3d6fd9; --other: #b03c12; --faint: #e9ecf2; --good: #1a7f4b; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --page: #111217; --card: #181b1f; --line: #33363d; --text: #d6d9e0;
  --muted: #a0a5b2; --bar: #6e9fff; --other: #ff9a55; --faint: #24272e; --good: #6ccf8e; --bad: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 14px/20px Inter, system-ui, "Noto Sans KR", sans-serif;
  font-variant-numeric: tabular-nums; }
main { max-width: 1120px; margin: 0 auto; padding: 32px 24px; }
h1 { font-size: 28px; line-height: 32px; margin: 0 0 4px; font-weight: 500; }
h2 { font-size: 18px; line-height: 24px; margin: 40px 0 12px; font-weight: 500; }
h3 { font-size: 14px; line-height: 20px; margin: 0 0 4px; font-weight: 600; }
p { margin: 0 0 8px; }
.muted, figcaption { color: var(--muted); font-size: 12px; line-height: 16px; }
.cards { display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 480px), 1fr)); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 16px; min-width: 0; }
.card.wide { grid-column: 1 / -1; }
.keys { display: flex; flex-wrap: wrap; gap: 16px 40px; margin: 16px 0 0; }
.keys dt { color: var(--muted); font-size: 12px; }
.keys dd { margin: 0; font-size: 28px; line-height: 32px; font-weight: 500; }
.nothing { color: var(--muted); }
.verdict { font-weight: 600; }
.supported { color: var(--good); }
.contradicted { color: var(--bad); }
figure { margin: 12px 0; overflow-x: auto; }
.numbers span { display: inline-block; margin-right: 12px; }
.card.wide svg { min-width: 720px; }
svg { display: block; width: 100%; min-width: 440px; height: auto; overflow: visible; }
svg text { fill: var(--text); font-size: 12px; }
svg .soft { fill: var(--muted); }
svg .bar { fill: var(--bar); }
svg .other { fill: var(--other); }
svg .rail { fill: var(--faint); }
svg .line { stroke: var(--text); stroke-width: 1.25; fill: none; }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .box { fill: var(--bar); fill-opacity: 0.3; stroke: var(--bar); stroke-width: 1.25; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { text-align: left; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: right; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 16px; padding: 0; margin: 16px 0 0; list-style: none; }
a { color: var(--bar); }
footer { margin-top: 40px; border-top: 1px solid var(--line); padding-top: 12px; }
@media print { :root { color-scheme: light; --page: #fff; --card: #fff; --line: #bbb; --text: #000; --muted: #444;
  --bar: #2c56b0; --other: #9a3410; --faint: #eee; --good: #14663c; --bad: #9b1c15; }
  main { max-width: none; padding: 0; } nav { display: none; } .card { break-inside: avoid; }
  h2 { break-after: avoid; } svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
