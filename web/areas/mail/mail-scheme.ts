const darkQuery = /\(\s*prefers-color-scheme\s*:\s*dark\s*\)/g;

/** A mail as it looks to somebody who prefers light or dark, whatever the reader of the preview prefers. */
export function inScheme(html: string, scheme: 'light' | 'dark'): string {
  return html.replace(darkQuery, scheme === 'dark' ? 'all' : 'not all');
}
