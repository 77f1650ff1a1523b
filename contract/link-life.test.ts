import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { invitationLife, lifeWords, linkLife } from './link-life.ts';

/** Whole numbers in words. */
const numbers = {
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  de: ['keine', 'eine', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
};
const german = JSON.parse(readFileSync('languages/de.json', 'utf8'))['contract/link-life'];

it('ID-5 how long a link works is said as it is', () => {
  const hours = linkLife.minutes / 60;
  const isOne = hours === 1;
  expect(lifeWords.link).toBe(`${numbers.en[hours]} hour${isOne ? '' : 's'}`);
  expect(german.link).toBe(`${numbers.de[hours]} Stunde${isOne ? '' : 'n'}`);
});

it('ID-5 how long an invitation works is said as it is', () => {
  expect(lifeWords.invitation).toBe(`${numbers.en[invitationLife.days]} days`);
  expect(german.invitation).toBe(`${numbers.de[invitationLife.days]} Tage`);
});
