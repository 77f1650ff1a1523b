import { reach } from './catalog.ts';
import { type Market, markets, readList } from './markets/index.ts';
import type { Random } from './random.ts';
import { englishTitles, findLanguage } from './texts/language.ts';

/** Who asks. */
export interface Customer {
  readonly market: Market;
  readonly companyName: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** What the checks will find out about the address and the number. */
  readonly emailKind: 'Valid' | 'Invalid' | 'Spam' | 'Unknown';
  readonly phoneKind: 'Valid' | 'Invalid' | 'Unknown';
}

const freeMail = ['postbox.example', 'freemail.example', 'mailhaven.example'];
const throwAwayMail = ['ten-minute-inbox.example', 'dropmail.example'];

/** A customer of the part of the world that the location serves. */
export function chooseCustomer(location: string, random: Random): Customer {
  const market = random.weighted(markets, (candidate) => {
    return candidate.weight * (reach[location]?.[candidate.region] ?? 1);
  });
  return inventCustomer(market, random);
}

/** A company with a person in it, in the style of the market; the same for the same random numbers. */
export function inventCustomer(market: Market, random: Random): Customer {
  const word = random.pick(readList(market.companyWords, market.language));
  const form = random.pick(readList(market.companyForms, market.language));
  const first = random.pick(readList(market.firstNames, market.language));
  const last = random.pick(readList(market.lastNames, market.language));
  const emailKind = chooseEmailKind(random);
  const isPrivate = random.chance(0.08);
  const domain = isPrivate ? random.pick(freeMail) : `${companyDomain(form.latin, word.latin)}.example`;
  const box = `${first.latin}.${last.latin}${isPrivate ? random.int(61, 99) : ''}`;
  return {
    market,
    companyName: isPrivate || random.chance(0.03) ? null : form.text.replace('{}', word.text),
    firstName: first.text,
    lastName: last.text,
    title: random.chance(0.72) ? random.pick(titlesOf(market, random)) : null,
    email: random.chance(0.97) ? writeEmail(box, domain, emailKind, random) : null,
    phone: random.chance(0.84) ? dial(market.phone, random) : null,
    emailKind,
    phoneKind: random.weighted(['Valid', 'Invalid', 'Unknown'] as const, (kind) => phoneWeights[kind]),
  };
}

const phoneWeights = { Valid: 80, Invalid: 9, Unknown: 11 };
const emailWeights = { Valid: 82, Invalid: 6, Spam: 5, Unknown: 7 };

function chooseEmailKind(random: Random): Customer['emailKind'] {
  return random.weighted(['Valid', 'Invalid', 'Spam', 'Unknown'] as const, (kind) => emailWeights[kind]);
}

function titlesOf(market: Market, random: Random): readonly string[] {
  const own = findLanguage(market.language)?.titles;
  return own && random.chance(0.75) ? own : englishTitles;
}

function companyDomain(form: string, word: string): string {
  return form
    .replace('{}', word)
    .replace(/-(inc|ltd|llc|llp|gmbh|ag|kg|s-a|ltda|sas|sarl|as|oy|srl|pte)$/u, '')
    .slice(0, 40)
    .replace(/^-|-$/gu, '');
}

function writeEmail(box: string, domain: string, kind: Customer['emailKind'], random: Random): string {
  if (kind === 'Spam') return `promo${random.int(100, 999)}@${random.pick(throwAwayMail)}`;
  // A typo: the domain lacks a letter.
  if (kind === 'Invalid') return `${box}@${domain.slice(0, 2)}${domain.slice(3)}`;
  return `${box}@${domain}`;
}

function dial(pattern: string, random: Random): string {
  return pattern.replace(/#/g, () => String(random.int(0, 9)));
}
