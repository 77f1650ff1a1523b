import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { clipText } from '../../../../contract/cut.ts';
import { stylesheetHref } from './stylesheet.ts';
import { formTexts } from './texts/catalogue.ts';
import { marks } from './texts/marks.tsx';
import type { PageLanguage } from './texts/page-language.rules.ts';

interface LayoutProps {
  readonly title: string;
  /** Pages that search engines may list have an address and a description. */
  readonly listed?: { readonly address: string; readonly description: string };
  /** Who handles the leads of this page; undefined: no partner is known. */
  readonly partner?: string;
  /** English unless given. */
  readonly language?: PageLanguage;
  readonly children: ReactNode;
}

/** A whole document; all outside text is escaped. */
export function renderPage(page: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

/** What all public pages share: head, wordmark and the line that says who handles the request. */
export function Layout({ title, listed, partner, language = 'en', children }: LayoutProps) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <meta name="robots" content={listed ? 'index, follow' : 'noindex'} />
        {listed ? <meta name="description" content={listed.description} /> : null}
        {listed ? <link rel="canonical" href={listed.address} /> : null}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheetHref} />
      </head>
      <body>
        <header className="bar">
          <div className="inner">
            <span className="wordmark">
              <Lantern />
              Leadlight
            </span>
          </div>
        </header>
        <main>
          <div className="inner">{children}</div>
        </main>
        <footer>
          <div className="inner">
            <p>{partner ? formTexts[language].rich('handledBy', { partner, ...marks }) : 'Leadlight'}</p>
          </div>
        </footer>
      </body>
    </html>
  );
}

function Lantern() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path d="M5 28V14C5 8 10 3 16 3s11 5 11 11v14z" fill="#15545b" />
      <path d="M15 5.3V14H7.2C7.2 9.5 10.5 5.9 15 5.3z" fill="#3f9ea2" />
      <path d="M17 5.3c4.5.6 7.8 4.2 7.8 8.7H17z" fill="#f3b62b" />
      <path d="M7.2 16H15v10H7.2z" fill="#f9d27a" />
      <path d="M17 16h7.8v10H17z" fill="#5fb4b5" />
    </svg>
  );
}

/** Plain text as paragraphs, each with its own reading direction; single line breaks are kept. */
export function Prose({ text }: { text: string }) {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  if (paragraphs.length === 0) return null;
  return (
    <div className="prose">
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name, and static markup never changes.
        <p key={index} dir="auto">
          {paragraph}
        </p>
      ))}
    </div>
  );
}

const maxDescriptionCharacters = 160;

/** The first words of a text, for search engines; never cuts a word. */
export function describe(text: string, otherwise: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '') return otherwise;
  const start = clipText(words, maxDescriptionCharacters - 1);
  if ([...words].length <= maxDescriptionCharacters) return words;
  const space = start.lastIndexOf(' ');
  return `${space > 0 ? start.slice(0, space) : start}…`;
}
