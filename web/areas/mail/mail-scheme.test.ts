import { expect, it } from 'vitest';
import { inScheme } from './mail-scheme.ts';

const html =
  '<style>@media (prefers-color-scheme: dark) { .a { color: red } } @media (max-width: 480px) { .b {} }</style>';

it.each([
  ['dark', '@media all {'],
  ['light', '@media not all {'],
] as const)('NT-3 an email is shown %s to every reader', (scheme, query) => {
  const shown = inScheme(html, scheme);
  expect(shown).toContain(query);
  expect(shown).not.toContain('prefers-color-scheme');
  expect(shown).toContain('@media (max-width: 480px)');
});
