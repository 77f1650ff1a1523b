import { companyNameOf } from './company-names.rules.ts';
import type { LeadTraits } from './duplicates.rules.ts';
import { type PersonName, personNameOf } from './person-names.rules.ts';

/** A lead that was made up, with whose it is. */
export interface SyntheticLead {
  readonly entity: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly company: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** The same numbers for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const spaced = (text: string) => text.trim().split(/\s+/u);

const firstNames = spaced(`
  anna ben clara david emma finn greta hugo ida jonas klara lukas maria noah olivia paul rosa simon tara ulrich vera
  william xenia yusuf zoe amelia bruno carmen diego elena felix gina henry irene julia kevin laura marco nina oscar petra
  quentin rachel samuel teresa ursula victor wendy angela brian cecilia daniel esther frank gloria harold isabel james
  karen linda michael nancy oliver patricia robert sandra thomas`);
const surnameStarts = spaced(
  'hart berg wood stein lang fern black white green rich mont wal hof schul win kauf bren dal',
);
const surnameEnds = spaced(
  'mann ford ley ton er berg field son stein wick land bach mer hoff ner well worth by ham dorf',
);
const companyStarts = spaced(
  'alpen nord sonnen brill quen ver tech mar sol lum cas fir gal ora pel rin tav zen cor bel',
);
const companyEnds = spaced(
  'dalor blick stern tara nova tex wind mont vista line tec werk fort gate mark sys port lux',
);
const companyKinds = spaced(
  'engineering logistics foods systems design media construction pharma traders energy',
);
const forms = ['GmbH', 'Ltd', 'Inc', 'AG', 'S.A.', 'B.V.', 'LLC', 'GmbH & Co. KG', ''];
const mailHosts = spaced('gmail.com outlook.com web.de yahoo.com gmx.de');

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('');

function companyName(random: Random): string {
  const kind = random() < 0.6 ? ` ${capital(pick(random, companyKinds))}` : '';
  return capital(pick(random, companyStarts) + pick(random, companyEnds)) + kind;
}

/** A slip of the hand: a letter added, left out, exchanged, or swapped with its neighbor. */
function slip(random: Random, text: string): string {
  if (text.length < 3) return text;
  const at = 1 + Math.floor(random() * (text.length - 2));
  const letter = pick(random, [...'abcdefghijklmnopqrstuvwxyz']);
  const rest = text.slice(at + 1);
  return pick(random, [
    text.slice(0, at) + rest,
    text.slice(0, at) + letter + text.slice(at),
    text.slice(0, at) + letter + rest,
    text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2),
  ]);
}

function slipOfDigit(random: Random, phone: string): string {
  const at = 5 + Math.floor(random() * (phone.length - 5));
  return (
    phone.slice(0, at) + String((Number(phone[at]) + 1 + Math.floor(random() * 8)) % 10) + phone.slice(at + 1)
  );
}

const sometimes = <T>(random: Random, share: number, value: T, other: (value: T) => T): T =>
  random() < share ? other(value) : value;

/** People, each written down one to four times, with slips in name, company, number and address, names turned or cut. */
export function makePeople(count: number, seed: number): SyntheticLead[] {
  const random = seededRandom(seed);
  const companies = Array.from({ length: Math.ceil(count / 3) }, () => companyName(random));
  return Array.from({ length: count }, (_, entity) => {
    const first = capital(pick(random, firstNames));
    const last = capital(pick(random, surnameStarts) + pick(random, surnameEnds));
    const company = pick(random, companies);
    const local = `${first}.${last}${random() < 0.5 ? digits(random, 2) : ''}`.toLowerCase();
    const host = random() < 0.5 ? pick(random, mailHosts) : `${company.split(' ')[0]?.toLowerCase()}.com`;
    const original = {
      entity,
      first,
      last,
      company,
      email: `${local}@${host}`,
      phone: `+49151${digits(random, 8)}`,
    };
    const copies = Math.floor(random() * 4);
    return [original, ...Array.from({ length: copies }, () => distortPerson(random, original))];
  }).flat();
}

type Person = SyntheticLead & { first: string; last: string; company: string; email: string; phone: string };

function distortPerson(random: Random, person: Person): SyntheticLead {
  const slipped = (text: string, share: number) =>
    sometimes(random, share, text, (value) => slip(random, value));
  let [first, last]: [string | null, string | null] = [
    slipped(person.first, 0.25),
    slipped(slipped(person.last, 0.4), 0.15),
  ];
  const shape = random();
  if (shape < 0.08) [first, last] = [last, first];
  else if (shape < 0.12) last = null;
  else if (shape < 0.17) first = `${first.charAt(0)}.`;
  const host = person.email.slice(person.email.indexOf('@'));
  const local = slipped(person.email.slice(0, person.email.indexOf('@')), 0.15);
  return {
    entity: person.entity,
    first,
    last,
    company: random() < 0.1 ? null : slipped(`${person.company} ${pick(random, forms)}`.trim(), 0.3),
    email: random() < 0.1 ? null : local + host,
    phone:
      random() < 0.15 ? null : sometimes(random, 0.1, person.phone, (value) => slipOfDigit(random, value)),
  };
}

/** Organizations with name and number, no persons: branches of one name, offices that share a number, names with slips. */
export function makeOrganizations(count: number, seed: number): SyntheticLead[] {
  const random = seededRandom(seed);
  const chains = Array.from({ length: Math.ceil(count / 25) }, () => companyName(random));
  const switchboards = Array.from({ length: Math.ceil(count / 25) }, () => `+4930${digits(random, 7)}`);
  return Array.from({ length: count }, (_, entity) => {
    const kind = random();
    const company =
      kind < 0.08 ? pick(random, chains) : `${companyName(random)} ${capital(pick(random, surnameStarts))}`;
    const phone = kind > 0.94 ? pick(random, switchboards) : `+4930${digits(random, 7)}`;
    const original = { entity, first: null, last: null, company, email: null, phone };
    return random() < 0.5 ? [original] : [original, distortOrganization(random, original)];
  }).flat();
}

function distortOrganization(
  random: Random,
  original: SyntheticLead & { company: string; phone: string },
): SyntheticLead {
  const named = sometimes(random, 0.5, `${original.company} ${pick(random, forms)}`.trim(), (value) =>
    slip(random, value),
  );
  const shortened = sometimes(random, 0.15, named, (value) => value.split(' ').slice(0, 2).join(' '));
  const kind = random();
  const phone =
    kind < 0.15
      ? null
      : kind < 0.25
        ? slipOfDigit(random, original.phone)
        : kind < 0.3
          ? `+4930${digits(random, 7)}`
          : original.phone;
  return { ...original, company: shortened, phone };
}

/** What is compared of a synthetic lead. */
export function traitsOf(lead: SyntheticLead): LeadTraits {
  const host = lead.email?.slice(lead.email.indexOf('@') + 1) ?? '';
  return {
    email: lead.email === null ? null : { key: lead.email, personal: true },
    companyDomain: lead.email === null || mailHosts.includes(host) ? null : host,
    phone:
      lead.phone === null
        ? null
        : { key: lead.phone, extension: null, line: lead.phone.startsWith('+4915') ? 'mobile' : 'fixed' },
    name: nameOf(lead),
    company: companyNameOf(lead.company).words,
    country: 'DE',
    offer: null,
  };
}

function nameOf({ first, last }: SyntheticLead): PersonName {
  return personNameOf(first, last);
}
