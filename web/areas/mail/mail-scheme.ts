const darkQuery = /\(\s*prefers-color-scheme\s*:\s*dark\s*\)/g;

/** An email as it looks in the given color scheme, whatever the reader of the preview prefers. */
export function inScheme(html: string, scheme: 'light' | 'dark'): string {
  return html.replace(darkQuery, scheme === 'dark' ? 'all' : 'not all');
}
