/* How a report looks: on a screen in light and dark, on a phone, and on paper. The page names its hash, and permits no other. */

export const reportStyle = `
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --ink: #22201d; --soft: #625c54; --rule: #d9d3c9; --shade: #f3f0ea;
  --link: #14538a; --error: #a3231b; --warning: #8a5800; --hint: #2b5d86; --good: #2c6a35; --author: #6a3d86;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191817; --ink: #e9e5de; --soft: #aca59a; --rule: #45413b; --shade: #24221f;
    --link: #8fc1ee; --error: #ff9c90; --warning: #efbd62; --hint: #96c6ee; --good: #92d09b; --author: #d3aeee;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 Charter, "Bitstream Charter", "Source Serif 4", "Noto Serif", Cambria, Georgia, "Noto Serif CJK SC", "Songti SC", SimSun, serif;
  overflow-wrap: break-word;
}
header, nav, main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 3.5rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; text-wrap: balance; }
header p { color: var(--soft); margin: 0 0 2rem; }
h2 { font-size: 1.45rem; line-height: 1.25; margin: 3rem 0 .8rem; padding-top: 1.2rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1.17rem; line-height: 1.3; margin: 2.2rem 0 .5rem; }
h4 { font-size: 1.0625rem; margin: 1.5rem 0 .4rem; }
h2, h3, h4 { break-after: avoid; }
p { margin: 0 0 .8rem; }
ul, ol { margin: 0 0 .9rem; padding-left: 1.5rem; }
li { margin: .15rem 0; }
li > p { margin: 0 0 .25rem; }
a { color: var(--link); text-underline-offset: .15em; }
:target { background: var(--shade); }
code, pre { font-family: ui-monospace, "SF Mono", "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; }
code { font-size: .86em; background: var(--shade); padding: .08em .28em; border-radius: .2em; }
pre { font-size: .82rem; line-height: 1.5; background: var(--shade); padding: .8rem 1rem; border-radius: .3rem; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 1rem; }
nav { font-size: .95rem; }
nav h2 { font-size: 1rem; margin: 0 0 .3rem; padding: 0; border: 0; color: var(--soft); }
nav > ol { columns: 2; column-gap: 2.5rem; border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); padding: .8rem 0 .8rem 1.4rem; margin-bottom: 1.8rem; }
nav ol ol { list-style: none; padding-left: .8rem; margin: 0; }
nav li { break-inside: avoid; }
nav ol ol li { font-size: .9em; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
.table { overflow-x: auto; margin: .4rem 0 1.2rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.45; }
th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--rule); }
th { color: var(--soft); font-weight: 600; }
td:not(:first-child) { min-width: 3.4rem; }
td:not(:first-child) code { overflow-wrap: anywhere; }
code wbr { display: none; }
td code wbr { display: inline; }
dl { margin: 0 0 1rem; }
dt { margin-top: .6rem; break-after: avoid; }
dd { margin: 0 0 .4rem 1.2rem; }
dd ol { margin-bottom: .2rem; padding-left: 1.3rem; }
figure { margin: 1.4rem 0 1.8rem; break-inside: avoid; }
figure img { display: block; max-width: 100%; height: auto; margin: 0 auto; }
figure.wide { position: relative; left: 50%; transform: translateX(-50%); width: min(70rem, 100vw - 3rem); }
figure.wide figcaption { max-width: 43.5rem; margin-left: auto; margin-right: auto; }
.picture { overflow-x: auto; }
figcaption { color: var(--soft); font-size: .9rem; margin-top: .5rem; text-align: center; }
.note { border-left: .25rem solid var(--tone); background: var(--shade); padding: .7rem 1rem .1rem; margin: 0 0 1rem; border-radius: 0 .3rem .3rem 0; font-size: .95rem; break-inside: avoid; }
.note p { margin-bottom: .5rem; }
.note > p:first-child > strong:first-child { color: var(--tone); }
.error { --tone: var(--error); } .warning { --tone: var(--warning); } .hint { --tone: var(--hint); }
.good { --tone: var(--good); } .author { --tone: var(--author); }
.story { list-style: none; padding: .2rem 0 .2rem 1rem; margin: .4rem 0 1.2rem; border-left: 2px solid var(--rule); font-size: .95rem; line-height: 1.5; }
.story > li { margin: 0 0 .7rem; }
.story p { margin: 0; }
.story .step { color: var(--soft); font-size: .85rem; font-weight: 600; break-after: avoid; }
.story .line { display: grid; grid-template-columns: minmax(5.5rem, 8.5rem) 1fr; gap: 0 .8rem; }
.story .line > :first-child { font-weight: 600; }
.story .line.faint > :first-child { font-weight: 400; font-style: italic; }
.story .deep > :last-child { padding-left: 1.2rem; }
.story .deeper > :last-child { padding-left: 2.4rem; }
.story .faint { color: var(--soft); }
.story .wrong { color: var(--error); }
.references { list-style: none; padding: 0; }
.references li { padding-left: 1.6rem; text-indent: -1.6rem; margin: 0 0 .5rem; }
footer { color: var(--soft); font-size: .85rem; padding-top: 1rem; padding-bottom: 3rem; }
@media (max-width: 36rem) {
  body { font-size: 1rem; }
  header { padding-top: 1.8rem; }
  h1 { font-size: 1.6rem; }
  nav > ol { columns: 1; }
  .story .line { display: block; }
  .story .line > :first-child { margin-right: .5em; }
  .story .line > :first-child:empty { display: none; }
  .story .deep > :last-child, .story .deeper > :last-child { padding-left: 0; }
  .story .deep { padding-left: 1rem; } .story .deeper { padding-left: 2rem; }
  dd { margin-left: .6rem; }
  figure.wide { width: 100%; }
  figure.full img { max-width: none; width: 36rem; }
  figure.wide img { max-width: none; width: 52rem; }
  h2 { margin-top: 2.2rem; }
  table, tbody, tr, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding: .5rem 0; border-bottom: 1px solid var(--rule); }
  td { border: 0; padding: 0 0 .1rem; }
  td:not(:first-child) { padding-left: .9rem; }
  td::before { content: attr(data-column) ": "; color: var(--soft); }
  td.empty { display: none; }
}
@media print {
  @page { margin: 2cm 2.2cm; }
  :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --shade: #f4f4f4; --link: #000; --error: #8a1a12; --warning: #6b4400; --hint: #1d4666; --good: #1d5026; --author: #4f2c66; }
  body { font-size: 10.5pt; line-height: 1.45; }
  header, nav, main, footer { max-width: none; padding: 0; }
  header { padding-top: 0; }
  h2 { margin-top: 1.8rem; }
  a { text-decoration: none; }
  .table, .picture { overflow: visible; }
  figure.wide { width: 100%; }
  tr, .story > li { break-inside: avoid; }
}
`;
