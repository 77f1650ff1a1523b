import { expect, it } from 'vitest';
import { invitationLife, linkLife } from './link-life.ts';

/** Whole numbers in words. */
const numbers = {
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  de: ['keine', 'eine', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
};

it('ID-5 how long a link works is said as it is', () => {
  const hours = linkLife.minutes / 60;
  const isOne = hours === 1;
  expect(linkLife.words.en).toBe(`${numbers.en[hours]} hour${isOne ? '' : 's'}`);
  expect(linkLife.words.de).toBe(`${numbers.de[hours]} Stunde${isOne ? '' : 'n'}`);
});

it('ID-5 how long an invitation works is said as it is', () => {
  expect(invitationLife.words.en).toBe(`${numbers.en[invitationLife.days]} days`);
  expect(invitationLife.words.de).toBe(`${numbers.de[invitationLife.days]} Tage`);
});
