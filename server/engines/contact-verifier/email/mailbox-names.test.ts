import { describe, expect, it } from 'vitest';
import { readAddress } from './read-address.ts';

function read(typed: string): string {
  const { address } = readAddress(typed);
  return address.ok ? address.address : address.code;
}

describe('CV-1: a mailbox name with a dot, a tag, an ampersand or digits is one name, whatever stands around it', () => {
  const addresses = [
    'anna.maria+news@firma-muster.de',
    'john.smith+leads@gmail.com',
    'j.de+x@gmail.com',
    'first.middle.last+a.b+c@firma-muster.co.uk',
    'Vertrieb.DE&AT@firma-muster.de',
    'r&d@firma-muster.de',
    'anna.b-c_d@firma-muster.de',
    'a.muster@firma-muster.de',
    'p-b+x@firma-muster.de',
    '1234567890@qq.com',
    '1.23+4@qq.com',
    'a%20b@firma-muster.de',
    'x%20a%20b@firma-muster.de',
    'anna.%25.b@firma-muster.de',
  ];
  const decorations: readonly ((address: string) => string)[] = [
    (a) => a,
    (a) => `Anna Maria <${a}>`,
    (a) => `<${a}>`,
    (a) => `E-Mail: ${a}`,
    (a) => `E-Mail:${a}`,
    (a) => `email=${a}`,
    (a) => `“${a}”`,
    (a) => `„${a}“`,
    (a) => `"${a}"`,
    (a) => `'${a}`,
    (a) => `(${a})`,
    (a) => `[${a}]`,
    (a) => `${a}.`,
    (a) => `${a};`,
    (a) => `${a} `,
    (a) => `${a}%20`,
    (a) => `%20${a}`,
    (a) => `%20${a}%0D%0A`,
    (a) => `%22${a}%22`,
    (a) => `- ${a}`,
    (a) => `${a}, other.name+tag@firma-muster.com`,
    (a) => `${a}; other.name+tag@firma-muster.com`,
    (a) => `${a} other.name+tag@firma-muster.com`,
    (a) => `${a}+other.name@firma-muster.com`,
    (a) => `${a}→other.name+tag@firma-muster.com`,
    (a) => `${a}&other.name+tag@firma-muster.com`,
    (a) => `${a}/kontakt`,
    (a) => `nope@x, ${a}`,
    (a) => `${a} (Anna)`,
    (a) => a.replace('@', ' @ '),
    (a) => a.replace('@', '＠'),
    (a) => `\u200b${a}`,
  ];
  it.each(addresses)('CV-1: %s', (address) => {
    for (const dress of decorations) expect(read(dress(address)), dress(address)).toBe(address);
  });

  // Links escape percent signs.
  it.each(addresses.filter((address) => !address.includes('%')))('CV-1: mailto:%s', (address) => {
    expect(read(`mailto:${address}`)).toBe(address);
    expect(read(`mailto:${address}?subject=a%20b`)).toBe(address);
    expect(read(`[Mail](mailto:${address})`)).toBe(address);
  });

  it.each([
    '1234567 890@qq.com',
    '123 456 789@qq.com',
    '138 0013 8000@163.com',
    '138 0013 8000 @163.com',
    '030 1234 56@firma-muster.de',
    '+49 (0)30 1234 56@firma-muster.de',
    '030/1234 56+x@firma-muster.de',
    '030 901820 .anna@firma-muster.de',
  ])('CV-1: %j: a number that was typed with blanks is not cut into another address', (typed) => {
    expect(readAddress(typed).address.ok).toBe(false);
  });

  it.each([
    ['Anna%20Muster%20%3Canna@firma-muster.de%3E', 'anna@firma-muster.de'],
    ['E-Mail:%20anna@firma-muster.de', 'anna@firma-muster.de'],
    ['anna@firma-muster.de,%20ben@firma-muster.de', 'anna@firma-muster.de'],
    ['anna@firma-muster.de%20ben@firma-muster.de', 'anna@firma-muster.de'],
    ['a%3Cb@firma-muster.de', 'a%3Cb@firma-muster.de'],
    ['a%22b@firma-muster.de', 'a%22b@firma-muster.de'],
    ['a%0Ab@firma-muster.de', 'a%0Ab@firma-muster.de'],
    ['anna%20anna.b@firma-muster.de', 'anna%20anna.b@firma-muster.de'],
    ['a%20b%2Bc@firma-muster.de', 'a%20b+c@firma-muster.de'],
    ['mailto:a%20b@firma-muster.de', 'a%20b@firma-muster.de'],
    ['mailto:x%20a%20b%40firma-muster.de', 'x%20a%20b@firma-muster.de'],
    ['mailto:%20anna%2Bx@firma-muster.de%20', 'anna+x@firma-muster.de'],
    ['mailto:Anna%20Muster%20%3Canna@firma-muster.de%3E', 'anna@firma-muster.de'],
    ['<a href="mailto:a%20b@firma-muster.de">Mail</a>', 'a%20b@firma-muster.de'],
    ['x.y%20z|a@firma-muster.de', 'x.y%20z|a@firma-muster.de'],
    ['a%20b%40firma-muster.de', 'a%20b@firma-muster.de'],
    ['%20anna%40firma-muster.de%20', 'anna@firma-muster.de'],
    ['Anna%20%3Canna%40firma-muster.de%3E', 'anna@firma-muster.de'],
    ['mailto:a%2520b@firma-muster.de', 'a%20b@firma-muster.de'],
  ])('CV-1: %j is %s: only the escapes around a name are no part of it', (typed, address) => {
    expect(read(typed)).toBe(address);
  });
});
