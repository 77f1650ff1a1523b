import { describe, expect, it } from 'vitest';
import { findCurrent } from './current-link.ts';

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
