import { describe, expect, it } from 'vitest';
import { AppError } from '../../platform/errors.ts';
import { expectedVersions } from './if-match.ts';

describe('LC-9: If-Match', () => {
  it.each([
    ['"5"', [5]],
    ['5', [5]],
    ['W/"5"', [5]],
    ['"4", "5"', [4, 5]],
    ['"4","5"', [4, 5]],
    ['W/"4" ,\t"5"', [4, 5]],
    ['"4", , "5",', [4, 5]],
    ['"another", "5"', [5]],
    ['"with, comma", "5"', [5]],
    ['*', 'any'],
    [' * ', 'any'],
  ])('LC-9 %s names versions', (header, versions) => {
    expect(expectedVersions(header)).toEqual(versions);
  });

  it.each([
    '',
    'abc',
    '""',
    '"-1"',
    '"99999999999999"',
    '1, 2',
    '"1" "2"',
    'w/"1"',
    '"1',
    '"1", x',
    '*, "1"',
    '"abc"',
    ',',
  ])('LC-9 %j names none', (header) => {
    expect(() => expectedVersions(header)).toThrow(AppError);
  });
});
