import { describe, expect, it } from 'vitest';
import { readAddress } from './read-address.ts';

function read(typed: string): string {
  const { address } = readAddress(typed);
  return address.ok ? address.address : address.code;
}

describe('CV-1: addresses as they are pasted, or typed with another keyboard', () => {
  it.each([
    'anna@firma-muster.de\u0000',
    '\u0007anna@firma-muster.de\u001f',
    'anna@firma-muster.de\u3164',
    'anna@firma-muster.de\u2800',
    'an\u034fna@firma-muster.de',
    'anna\ufe0f@firma-muster.de',
    '\ufffcanna@firma-muster.de',
    'anna@firma\u2010muster.de',
    'anna@firma\u2011muster.de',
    'anna＠firma–muster.de',
    'anna@firma\u2212muster.de',
    'anna@firma-muster\u2024de',
    'ａｎｎａ@firma-muster.de',
    // Cyrillic а and е
    '\u0430nna@firma-muster.de',
    'anna@firma-muster.d\u0435',
    'anna@firma-muster.de%20',
    'anna%20@firma-muster.de',
    'anna@firma-muster.de=',
    'anna@firma-muster.de+',
    'anna@firma-muster.de¿',
    'anna@firma-muster.de؟',
    'anna@firma-muster.de।',
    '〔anna@firma-muster.de〕',
    '⟨anna@firma-muster.de⟩',
    '´anna@firma-muster.de´',
    '""anna@firma-muster.de""',
    '"""anna@firma-muster.de"""',
    String.raw`\"anna@firma-muster.de\"`,
    String.raw`anna@firma-muster.de\r\n`,
    "b'anna@firma-muster.de'",
    '&lrm;anna@firma-muster.de',
    '田中花子 anna@firma-muster.de',
    'Анна anna@firma-muster.de',
    'ელფოსტა anna@firma-muster.de',
    'மின்னஞ்சல் anna@firma-muster.de',
    '联系邮箱 anna@firma-muster.de',
    '邮箱anna@firma-muster.de',
    '邮箱是anna@firma-muster.de',
    'メールanna@firma-muster.de',
    '이메일anna@firma-muster.de',
    'netfang anna@firma-muster.de',
    'Mél. anna@firma-muster.de',
    'PEC anna@firma-muster.de',
    'c/o anna@firma-muster.de',
    '[email] anna@firma-muster.de',
    '➜ anna@firma-muster.de',
    'Anna Muster / anna@firma-muster.de',
    '030 901820 anna@firma-muster.de',
    'anna@firma-muster.de+ben@firma-muster.de',
    'anna@firma-muster.de→ben@firma-muster.de',
    'anna@firma-muster.de·ben@firma-muster.de',
    'anna@firma-muster.de:ben@firma-muster.de',
    String.raw`anna@firma-muster.de\ben@firma-muster.de`,
  ])('%j', (typed) => {
    expect(read(typed)).toBe('anna@firma-muster.de');
  });

  it.each([
    ['o’brien@firma-muster.de', "o'brien@firma-muster.de"],
    ['o´brien@firma-muster.de', "o'brien@firma-muster.de"],
    ['anna%2Bx@firma-muster.de', 'anna+x@firma-muster.de'],
    ['anna%b@firma-muster.de', 'anna%b@firma-muster.de'],
    ['иван@почта.рф', 'иван@xn--80a1acny.xn--p1ai'],
  ])('%j is %s', (typed, address) => {
    expect(read(typed)).toBe(address);
  });
});
