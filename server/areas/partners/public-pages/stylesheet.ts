import { createHash } from 'node:crypto';

/** The look of the public pages: the colors of the app, system fonts, no motion. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --canvas: #f4f7f7;
  --surface: #ffffff;
  --border: #dde5e7;
  --border-input: #6f8289;
  --text: #162125;
  --muted: #56686f;
  --link: #0e5c61;
  --accent: #f3b62b;
  --accent-hover: #fac95a;
  --on-accent: #162125;
  --bar: #0d2b30;
  --bar-text: #e8f1f1;
  --focus: #136469;
  --bad: #96271e;
  --bad-fill: #fce8e5;
  --good: #146638;
  --good-fill: #dff3e7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --canvas: #12191c;
    --surface: #182124;
    --border: #2a383d;
    --border-input: #74878e;
    --text: #dde5e7;
    --muted: #9aaaaf;
    --link: #79c7c9;
    --bar: #0c1416;
    --bar-text: #dde5e7;
    --focus: #79c7c9;
    --bad: #f3a79e;
    --bad-fill: #45201c;
    --good: #8bd6a8;
    --good-fill: #14351f;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  min-height: 100vh;
  display: flex;
  flex-direction: column;
  background: var(--canvas);
  color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 0.25rem; }
h1, h2, h3, p { margin: 0; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.5vw, 2.125rem); line-height: 1.22; font-weight: 680; text-wrap: balance; }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; }
h3 { font-size: 1rem; line-height: 1.4; font-weight: 650; }

.bar { background: var(--bar); color: var(--bar-text); border-bottom: 3px solid var(--accent); }
.inner { width: 100%; max-width: 68rem; margin: 0 auto; padding: 0 1rem; }
.bar .inner { padding-block: 0.75rem; }
.wordmark { display: inline-flex; align-items: center; gap: 0.5rem; font-weight: 650; letter-spacing: 0.01em; }
.wordmark svg { width: 1.5rem; height: 1.5rem; }

main { flex: 1; padding-block: 1.75rem 3rem; }
.columns { display: grid; gap: 1.75rem; }
.about { display: flex; flex-direction: column; gap: 0.875rem; align-items: flex-start; min-width: 0; }
.about p, .about h1 { width: 100%; max-width: 42rem; }
.partner { color: var(--muted); font-weight: 600; }
.place { color: var(--muted); }
.back { margin-bottom: 1rem; font-size: 0.9375rem; }
.who { display: flex; gap: 1rem; align-items: center; }
.logo { flex: none; width: 6rem; height: 6rem; display: grid; place-items: center; border-radius: 0.75rem;
  background: #ffffff; border: 1px solid var(--border); overflow: hidden; }
.logo img { width: 100%; height: 100%; object-fit: contain; }
.initials { background: var(--bar); color: var(--bar-text); font-size: 1.75rem; font-weight: 650; }
.tags { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.375rem; }
.tags li { border: 1px solid var(--border); border-radius: 1rem; background: var(--surface); font-size: 0.875rem; }
.tags a { display: inline-block; padding: 0.25rem 0.75rem; text-decoration: none; }
.tags a:hover { text-decoration: underline; }
.inline { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.375rem 1.5rem; }
address { font-style: normal; }
.search-head { display: flex; flex-direction: column; gap: 0.5rem; }
.search-form { display: grid; gap: 0.75rem; margin-top: 0.75rem; align-items: end; }
.notices { margin: 1rem 0 0; padding: 0.75rem 1rem; list-style: none; border: 1px solid var(--border);
  border-inline-start: 4px solid var(--accent); border-radius: 0.5rem; background: var(--surface); }
.notices ul { margin: 0; padding: 0; list-style: none; }
.candidates { margin-top: 1rem; }
.candidates ul { margin: 0.5rem 0 0; padding-inline-start: 1.25rem; display: flex; flex-direction: column; gap: 0.375rem; }
.found { display: grid; gap: 1.5rem; margin-top: 1.75rem; }
.filters { display: flex; flex-direction: column; gap: 0.25rem; min-width: 0; }
.filters details { border-top: 1px solid var(--border); padding-block: 0.5rem; }
.filters summary { cursor: pointer; font-weight: 650; padding-block: 0.25rem; }
.filters details ul { margin: 0.25rem 0 0; padding: 0; list-style: none; }
.filters details a { display: flex; justify-content: space-between; gap: 0.75rem; padding: 0.3125rem 0.5rem;
  border-radius: 0.375rem; text-decoration: none; }
.filters details a:hover { text-decoration: underline; }
.filters [aria-current] { background: var(--good-fill); color: var(--good); font-weight: 650; }
.filters [aria-current] .quiet { color: inherit; }
.chips { margin: 0 0 0.5rem; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.375rem; }
.chips a { display: inline-block; padding: 0.25rem 0.75rem; border: 1px solid var(--border-input); border-radius: 1rem;
  background: var(--surface); font-size: 0.875rem; text-decoration: none; }
.results { min-width: 0; }
.results-head { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: baseline; justify-content: space-between; }
.sorts { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; font-size: 0.9375rem; }
.cards { margin: 0.75rem 0 0; padding: 0; list-style: none; display: flex; flex-direction: column; gap: 0.875rem; }
.partner-card { display: flex; gap: 1rem; align-items: flex-start; }
.partner-card .logo { width: 4rem; height: 4rem; font-size: 1.25rem; }
.partner-words { min-width: 0; display: flex; flex-direction: column; gap: 0.375rem; }
.partner-words h3 { font-size: 1.125rem; }
.mark { margin-inline-start: 0.5rem; padding: 0.0625rem 0.5rem; border-radius: 1rem; background: var(--accent);
  color: var(--on-accent); font-size: 0.8125rem; font-weight: 650; white-space: nowrap; }
.tags.plain li { padding: 0.125rem 0.625rem; }
.pages { display: flex; flex-wrap: wrap; gap: 0.25rem; margin-top: 1.25rem; align-items: center; }
.pages a, .pages strong { min-width: 2.5rem; padding: 0.5rem 0.75rem; text-align: center; border-radius: 0.375rem; }
.pages strong { background: var(--bar); color: var(--bar-text); }
.other-languages { margin-top: 2rem; display: flex; gap: 1rem; }
.prose { display: flex; flex-direction: column; gap: 0.875rem; width: 100%; }
.prose p { white-space: pre-line; }
.prose ul, .links ul { margin: 0; padding-inline-start: 1.25rem; max-width: 42rem; }
.facts { margin: 0; display: flex; flex-direction: column; gap: 0.625rem; }
.facts dt { color: var(--muted); font-size: 0.875rem; }
.facts dd { margin: 0; }
.links { display: flex; flex-direction: column; gap: 0.375rem; }
.links h2 { font-size: 1.0625rem; }
.preview {
  border: 2px dashed var(--border-input); border-radius: 0.5rem; padding: 0.75rem 1rem; margin-bottom: 1.25rem; font-weight: 600;
}
.card {
  background: var(--surface);
  border: 1px solid var(--border);
  border-radius: 0.75rem;
  padding: 1.25rem;
  min-width: 0;
}
.notice { max-width: 40rem; margin: 0 auto; display: flex; flex-direction: column; gap: 0.875rem; align-items: flex-start; }
.notice h1 { font-size: clamp(1.375rem, 1.2rem + 1vw, 1.75rem); text-wrap: pretty; }
.notice h2 { font-size: 1.0625rem; margin-top: 0.375rem; }
.notice ol { margin: 0; padding-inline-start: 1.25rem; display: flex; flex-direction: column; gap: 0.375rem; }
.done {
  display: grid; place-items: center; width: 3rem; height: 3rem; border-radius: 50%;
  background: var(--good-fill); color: var(--good);
}
.done svg { width: 1.5rem; height: 1.5rem; }
.quiet { color: var(--muted); font-size: 0.875rem; }

.stack { max-width: 42rem; margin: 0 auto; display: flex; flex-direction: column; gap: 1.25rem; }
.stack > .summary { margin-top: 0; }
.stack .card { display: flex; flex-direction: column; gap: 0.625rem; }
.stack h2 { font-size: 1.0625rem; }
.stack .card form { margin-top: 0.25rem; align-items: flex-start; }
.others { display: flex; flex-direction: column; gap: 1rem; }
.partners, .reasons { margin: 0; padding: 0; list-style: none; display: flex; flex-direction: column; gap: 0.625rem; }
.partners li { display: flex; flex-wrap: wrap; gap: 0.125rem 0.75rem; align-items: baseline; }
.partners .quiet { flex-basis: 100%; }
.reasons { gap: 0.25rem; }
.reasons li { padding-inline-start: 1.25rem; position: relative; }
.reasons li::before {
  content: ""; position: absolute; inset-inline-start: 0.125rem; top: 0.35em; width: 0.6rem; height: 0.35rem;
  border: solid var(--good); border-width: 0 0 2px 2px; transform: rotate(-45deg);
}

form { display: flex; flex-direction: column; gap: 1rem; margin-top: 1.25rem; }
.introduction { margin-top: 0.375rem; }
.pair { display: grid; gap: 1rem; }
.field { display: flex; flex-direction: column; gap: 0.25rem; min-width: 0; }
.trap { display: none; }
label { font-weight: 600; font-size: 0.9375rem; }
.optional { font-weight: 400; color: var(--muted); }
input:not([type="checkbox"]), select, textarea {
  width: 100%;
  min-height: 2.75rem;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--border-input);
  border-radius: 0.375rem;
  background: var(--surface);
  color: var(--text);
  font: inherit;
}
textarea { min-height: 7.5rem; resize: vertical; }
[aria-invalid="true"] { border-color: var(--bad) !important; box-shadow: inset 0 0 0 1px var(--bad); }
.check { display: grid; grid-template-columns: 1.5rem 1fr; gap: 0.25rem 0.75rem; align-items: start; }
.check input { width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--link); }
.check label { font-weight: 400; padding-top: 0.0625rem; }
.check .error { grid-column: 2; }
.check [aria-invalid="true"] { outline: 2px solid var(--bad); outline-offset: 1px; box-shadow: none; }
.check [aria-invalid="true"]:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.error { color: var(--bad); font-size: 0.9375rem; font-weight: 600; }
.summary { border: 2px solid var(--bad); border-radius: 0.5rem; background: var(--bad-fill); padding: 0.875rem 1rem; margin-top: 1.25rem; }
.summary ul { margin: 0.375rem 0 0; padding-inline-start: 1.25rem; }
.summary li { margin-top: 0.25rem; }
.summary a, .summary h3 { color: var(--bad); }
.button {
  display: inline-flex; align-items: center; justify-content: center;
  min-height: 3rem; padding: 0.625rem 1.5rem;
  border: 1px solid transparent; border-radius: 0.5rem;
  background: var(--accent); color: var(--on-accent);
  font: inherit; font-weight: 650; text-decoration: none; cursor: pointer;
}
.button:hover { background: var(--accent-hover); }
footer { border-top: 1px solid var(--border); color: var(--muted); font-size: 0.875rem; }
footer .inner { padding-block: 1.25rem; }

@media (min-width: 30rem) {
  .inner { padding-inline: 1.5rem; }
  .card { padding: 1.5rem; }
  .pair { grid-template-columns: 1fr 1fr; align-items: start; }
}
@media (min-width: 56rem) {
  main { padding-block: 2.75rem 4rem; }
  .columns { grid-template-columns: minmax(0, 1fr) 28rem; gap: 3.5rem; align-items: start; }
  .jump { display: none; }
  .search-form { grid-template-columns: 2fr 1.5fr 8rem 12rem auto; }
  .found { grid-template-columns: 15rem minmax(0, 1fr); gap: 2.5rem; align-items: start; }
}
@media (forced-colors: active) {
  .button { border-color: ButtonText; }
}
@media print {
  .bar, .jump { display: none; }
}
`.trimStart();

const version = createHash('sha256').update(stylesheet).digest('hex').slice(0, 16);

/** The path of the stylesheet; its URL adds a hash of the content, so it may be cached forever. */
export const stylesheetPath = '/public/pages.css';
export const stylesheetHref = `${stylesheetPath}?v=${version}`;

/** How long a response may be cached: during an upgrade, another version's URL must not keep this content. */
export function stylesheetCaching(askedVersion: string | undefined): string {
  return askedVersion === version ? 'public, max-age=31536000, immutable' : 'no-store';
}
