import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStored } from './stored-texts.ts';

describe('sentences that are stored in English', () => {
  it.each([
    ['No job title', 'Keine Position angegeben'],
    ['No job title (rare so far)', 'Keine Position angegeben (bisher selten)'],
    ['Customer is in Germany', 'Land des Kunden: Deutschland'],
    ['Customer is in ??', 'Land des Kunden: ??'],
    ['Customer chose “Contact me”', 'Der Kunde hat „Kontakt gewünscht“ gewählt'],
    ['Very short message (under 40 characters)', 'Sehr kurze Nachricht (unter 40 Zeichen)'],
    ['The mail server could not be reached.', 'Der Mailserver war nicht erreichbar.'],
    ['Twilio could not be reached.', 'Twilio war nicht erreichbar.'],
    [
      "The number fits the numbering plan (France) as a fixed line. Whether it is in service wasn't checked.",
      'Die Nummer passt zum Nummernplan (Frankreich): Festnetz. Ob sie geschaltet ist, wurde nicht geprüft.',
    ],
    [
      'Sam of Northwind sent it here. Before: No partner lists the offer contoso.x.',
      'Sam von Northwind hat ihn hierher gesendet. Vorher: Kein Partner führt das Angebot contoso.x.',
    ],
    ['Something that nobody wrote', 'Something that nobody wrote'],
    ['', ''],
  ])('LA-1 %s', (stored, german) => {
    expect(readStored(stored, 'de')).toBe(german);
    expect(readStored(stored, 'en')).toBe(stored);
    expect(readStored(stored)).toBe(stored);
  });

  const sources = [
    ...readdirSync('server/engines/contact-verifier', { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!test|fixture|catalogue\.en)\.ts$/.test(name))
      .map((name) => join('server/engines/contact-verifier', name)),
    'server/engines/lead-rating/model/reason-words.ts',
    'server/areas/intake/routing/routing.rules.ts',
    'server/demo/source.ts',
  ].map((path) => readFileSync(path, 'utf8').replaceAll(/throw new [\s\S]*?;/g, ''));

  /** Sentences of the code, with something in place of what it inserts. */
  const written = sources
    .flatMap((code) => [
      ...code.matchAll(/'([A-Z][^'\n]{14,}[.?])'|"([A-Z][^"\n]{14,}[.?])"|`([A-Z][^`\n]{14,}[.?])`/g),
    ])
    .map(([, single, double, template]) =>
      (single ?? double ?? template ?? '').replaceAll(/\$\{[^}]*\}/g, 'Xyz'),
    )
    .filter(
      (text) =>
        !/file of disposable domains|What was read before|address of the telephone|^The number is Xyz/.test(
          text,
        ),
    );

  it('LA-1 are all known: none that the code writes is left in English', () => {
    expect(written.length).toBeGreaterThan(80);
    expect(written.filter((text) => readStored(text, 'de') === text)).toEqual([]);
  });
});
