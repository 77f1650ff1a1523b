import { describe, expect, it } from 'vitest';
import { preferencesOf } from './accept.ts';

describe('what an Accept header says', () => {
  it.each([
    ['*/*', [1, false], [1, false]],
    ['text/html', [1, true], [0, false]],
    ['application/json', [0, false], [1, true]],
    ['application/json, text/plain, */*', [1, false], [1, true]],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', [1, true], [0.8, false]],
    ['application/problem+json', [0, false], [1, true]],
    ['text/*;q=0.5, application/json;q=0.4', [0.5, false], [0.4, true]],
    ['*/*, text/html;q=0', [0, true], [1, false]],
    ['TEXT/HTML; Q=0.7', [0.7, true], [0, false]],
    ['text/html;q=high', [0, true], [0, false]],
    ['', [0, false], [0, false]],
    [',;,', [0, false], [0, false]],
  ])('%s', (accept, html, json) => {
    const found = preferencesOf(accept);
    expect([found.html.quality, found.html.named]).toEqual(html);
    expect([found.json.quality, found.json.named]).toEqual(json);
  });
});
