import { expect, it } from 'vitest';
import { findMailLink } from './mail-link.ts';

it.each([
  ['/join/abc-_1', { kind: 'join', token: 'abc-_1' }],
  ['/reset/x/', { kind: 'reset', token: 'x' }],
  ['/verify/%20', { kind: 'verify', token: ' ' }],
  ['/join/abc%2D_1', { kind: 'join', token: 'abc-_1' }],
  ['/reset/a%2Fb', { kind: 'reset', token: 'a/b' }],
  ['/verify/%E0%A4%A', { kind: 'verify', token: '%E0%A4%A' }],
  ['/forgot-password', { kind: 'forgot' }],
  ['/join', undefined],
  ['/join/', undefined],
  ['/join/a/b', undefined],
  ['/leads/join/a', undefined],
  ['/', undefined],
])('ID-5 the path %s leads to %j', (path, link) => expect(findMailLink(path)).toEqual(link));
