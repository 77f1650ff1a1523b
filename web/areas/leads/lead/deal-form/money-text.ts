import type { Money } from '../../../../../contract/money.ts';
import { currencyDigits } from '../../../../ui/format.ts';
import { t } from './catalogue.ts';

type AmountProblem = 'empty' | 'not-a-number' | 'negative' | 'too-many-decimals' | 'too-large';
type ParsedAmount = { amountMinor: number } | { problem: AmountProblem };

const largestMinor = 10n ** 15n;
const spaces = /[\s\u00a0\u2009\u202f]/gu;
const apostrophes = /['\u2019]/gu;

interface NumberSigns {
  group: string;
  decimal: string;
  digits: ReadonlyMap<string, string>;
}

function readSigns(locale: string | undefined): NumberSigns {
  const parts = new Intl.NumberFormat(locale).formatToParts(123456789.5);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const plain = new Intl.NumberFormat(locale, { useGrouping: false });
  const digits = new Map(Array.from({ length: 10 }, (_, digit) => [plain.format(digit), String(digit)]));
  return { group: sign('group'), decimal: sign('decimal') || '.', digits };
}

/**
 * Parses an amount written in the reader's locale into whole minor units. Never rounds: more decimals than the currency
 * has are a problem, and so are thousands separators in odd places, because `1,5` typed by someone used to a decimal
 * comma must not become 15.
 */
export function parseAmount(text: string, currency: string, locale: string | undefined): ParsedAmount {
  const signs = readSigns(locale);
  const plain = [...text.trim()].map((character) => signs.digits.get(character) ?? character).join('');
  if (plain === '') return { problem: 'empty' };
  if (/^[-\u2212]/u.test(plain)) return { problem: 'negative' };
  const [whole, fraction, ...more] = plain.split(signs.decimal);
  if (whole === undefined || more.length > 0) return { problem: 'not-a-number' };
  const wholeDigits = readWhole(whole, signs.group);
  if (wholeDigits === undefined || (fraction !== undefined && !/^\d+$/u.test(fraction))) {
    return { problem: 'not-a-number' };
  }
  return toMinor(wholeDigits, fraction ?? '', currencyDigits(currency));
}

function readWhole(whole: string, group: string): string | undefined {
  let unified = whole.replace(spaces, '\u0001').replace(apostrophes, '\u0001');
  if (group !== '') unified = unified.replaceAll(group, '\u0001');
  const parts = unified.split('\u0001');
  if (parts.length === 1) return /^\d+$/u.test(unified) ? unified : undefined;
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  const wellGrouped =
    /^\d{1,3}$/u.test(first) && /^\d{3}$/u.test(last) && rest.every((part) => /^\d{2,3}$/u.test(part));
  return wellGrouped ? parts.join('') : undefined;
}

function toMinor(whole: string, fraction: string, digits: number): ParsedAmount {
  if (fraction.length > digits) return { problem: 'too-many-decimals' };
  const minor = BigInt(whole + fraction.padEnd(digits, '0'));
  return minor > largestMinor ? { problem: 'too-large' } : { amountMinor: Number(minor) };
}

/** Explains why an amount could not be read. */
export function explainAmount(problem: AmountProblem, currency: string, locale: string | undefined): string {
  const digits = currencyDigits(currency);
  const example = new Intl.NumberFormat(locale, { minimumFractionDigits: digits }).format(12500);
  switch (problem) {
    case 'empty':
      return t('amount.empty');
    case 'negative':
      return t('amount.negative');
    case 'too-large':
      return t('amount.tooLarge');
    case 'too-many-decimals':
      return digits === 0
        ? t('amount.noDecimals', { currency, example })
        : t('amount.tooManyDecimals', { currency, digits: String(digits), example });
    default:
      return t('amount.digitsOnly', { example });
  }
}

/** The amount as the person would type it: grouped, with decimals only if there are any. */
export function formatAmount(money: Money, locale: string | undefined): string {
  const digits = currencyDigits(money.currency);
  const unit = 10 ** digits;
  const minimumFractionDigits = money.amountMinor % unit === 0 ? 0 : digits;
  return new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits: digits }).format(
    money.amountMinor / unit,
  );
}
