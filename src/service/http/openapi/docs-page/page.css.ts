/** The looks of the page at `/docs`: the system's own fonts, light and dark. */
export const pageCss = `
:root { color-scheme: light dark; --line: #d5d9e0; --soft: #f4f5f7; --ink: #172b4d; --dim: #505f79; --link: #0b5cd5; --go: #0b5cd5; --on-go: #fff; --bad: #ae2a19; --good: #216e4e; --shade: #0003; }
@media (prefers-color-scheme: dark) {
  :root { --line: #3b444c; --soft: #22272b; --ink: #dee4ea; --dim: #9fadbc; --link: #85b8ff; --go: #579dff; --on-go: #1d2125; --bad: #fd9891; --good: #7ee2b8; --shade: #fff4; }
}
* { box-sizing: border-box; }
body { margin: 0; display: grid; grid-template: auto 1fr / 20rem minmax(0, 1fr); min-height: 100vh; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: Canvas; }
header { grid-column: 1 / -1; padding: 1rem 1.5rem; border-bottom: 1px solid var(--line); }
h1 { margin: 0 0 .75rem; font-size: 1.25rem; }
h1 small { font-weight: normal; color: var(--dim); }
form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; }
label { display: grid; font-size: .8rem; color: var(--dim); }
label.wide { flex: 1 1 12rem; }
input, textarea, select { font: 13px/1.4 ui-monospace, monospace; padding: .35rem .5rem; border: 1px solid var(--line); border-radius: 4px; color: var(--ink); background: Canvas; min-width: 0; }
textarea { width: 100%; min-height: 9rem; }
button { font: inherit; padding: .35rem .9rem; border: 0; border-radius: 4px; color: var(--on-go); background: var(--go); cursor: pointer; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
output { font-size: .8rem; color: var(--dim); flex-basis: 100%; }
nav { padding: 1rem; border-right: 1px solid var(--line); overflow-y: auto; max-height: 100vh; position: sticky; top: 0; }
nav a { display: grid; grid-template-columns: 4.2rem 1fr; gap: .25rem; padding: .3rem .5rem; border-radius: 4px; color: inherit; text-decoration: none; font-size: .85rem; }
nav a:hover, nav a[aria-current] { background: var(--soft); }
.method { font: 600 .75rem/1.7 ui-monospace, monospace; color: var(--link); }
main { padding: 1.5rem; }
h2 { margin: 0; font-size: 1.2rem; }
.path { font: 14px/1.6 ui-monospace, monospace; overflow-wrap: anywhere; }
h3 { margin: 1.75rem 0 .5rem; font-size: 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); font-size: .9rem; }
th { color: var(--dim); font-weight: 500; }
td input { width: 100%; }
td:last-child { width: 36%; padding-right: 0; }
code, pre { font: 13px/1.5 ui-monospace, monospace; }
pre { padding: .75rem 1rem; border-radius: 4px; background: var(--soft); white-space: pre-wrap; overflow-wrap: anywhere; }
pre[tabindex] { overflow: auto; max-height: 32rem; }
.bad { color: var(--bad); } .good { color: var(--good); } .dim { color: var(--dim); }
@media (max-width: 50rem) {
  body { display: block; }
  /* A shadow wherever more of the list is out of sight: scroll bars hide on small screens. */
  nav { position: static; max-height: 16rem; border-right: 0; border-bottom: 1px solid var(--line); background:
    linear-gradient(Canvas 40%, transparent) top / 100% 3rem local no-repeat,
    linear-gradient(transparent, Canvas 60%) bottom / 100% 3rem local no-repeat,
    linear-gradient(var(--shade), transparent) top / 100% 1rem scroll no-repeat,
    linear-gradient(transparent, var(--shade)) bottom / 100% 1rem scroll no-repeat; }
}
@media (max-width: 36rem) {
  header, main { padding: 1rem; }
  header label { flex: 1 1 100%; }
  header input { width: 100%; }
  table, tbody, td { display: block; }
  thead { display: none; }
  tr { display: grid; grid-template-columns: 1fr auto; padding: .6rem 0; border-bottom: 1px solid var(--line); }
  td, td:last-child { border: 0; padding: .1rem 0; width: auto; }
  td:nth-child(n + 3) { grid-column: 1 / -1; }
}
`;
