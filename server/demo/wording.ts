import type { Customer } from './customers.ts';
import type { Random } from './random.ts';
import type { Source } from './source.ts';
import {
  generalMessages,
  informationalMessages,
  marketerMessages,
  offerMessages,
  sellerMessages,
} from './texts/english.ts';
import { findLanguage } from './texts/language.ts';

const englishServices = ['a move to the cloud', 'managed backups', 'workflow automation', 'reporting'];

/** What the customer or the sender wrote; null when they wrote nothing. */
export function writeMessage(source: Source, customer: Customer, random: Random): string | null {
  if (source.kind === 'sales') return fill(random.pick(sellerMessages), source, customer, random);
  if (source.kind === 'marketing') return fill(random.pick(marketerMessages), source, customer, random);
  if (source.kind === 'informational') {
    return random.chance(0.5) ? random.pick(informationalMessages) : null;
  }
  const own = findLanguage(customer.market.language);
  if (own && random.chance(0.68)) {
    return fill(random.pick(own.messages), source, customer, random, own.service);
  }
  const aboutOffer = source.offer ? offerMessages[source.offer.name] : undefined;
  const choices = aboutOffer && random.chance(0.75) ? aboutOffer : generalMessages;
  return fill(random.pick(choices), source, customer, random);
}

function fill(
  template: string,
  source: Source,
  customer: Customer,
  random: Random,
  service: string = random.pick(englishServices),
): string {
  const values: Readonly<Record<string, string>> = {
    topic: source.offer?.title ?? service,
    company: shorten(customer.companyName ?? customer.lastName),
    contact: `${customer.firstName} ${customer.lastName}`,
  };
  return template.replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '');
}

/** The name of a deal: the customer and what it is about. */
export function nameDeal(source: Source, customer: Customer, random: Random): string {
  const about = source.offer?.title ?? random.pick(['Backup', 'Migration', 'Reporting', 'Managed services']);
  return `${shorten(customer.companyName ?? customer.market.country)} – ${about}`;
}

function shorten(name: string): string {
  return name.length <= 60 ? name : `${name.slice(0, 57)}…`;
}
