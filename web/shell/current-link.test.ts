import { describe, expect, it } from 'vitest';
import { findCurrent, findCurrentEntry } from './current-link.ts';

const links = ['/leads', '/settings/people', '/settings'];

describe('the link of the page that is open', () => {
  it.each([
    ['/leads', '/leads'],
    ['/leads/01a2', '/leads'],
    ['/settings/people', '/settings/people'],
    ['/settings/profile', '/settings'],
    ['/leadscape', undefined],
    ['/', undefined],
  ])('%s: %s', (path, expected) => {
    expect(findCurrent(links, path)).toBe(expected);
  });
});

describe('the entry of the navigation that is marked', () => {
  const entries = [
    { to: '/' },
    { to: '/leads', tab: 'marketplace' },
    { to: '/leads', tab: 'qualified' },
    { to: '/settings/people' },
    { to: '/settings' },
  ];
  it.each([
    ['/', 'marketplace', entries[0]],
    ['/leads', 'marketplace', entries[1]],
    ['/leads/01a2', 'qualified', entries[2]],
    ['/leads', 'favorites', undefined],
    ['/settings/profile', 'marketplace', entries[4]],
    ['/actions', 'marketplace', undefined],
  ])('%s with the tab %s', (path, tab, expected) => {
    expect(findCurrentEntry(entries, path, tab)).toBe(expected);
  });
});
