import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Page } from 'playwright-core';
import { findFaults, readEnglish, readLanguage, textsOfCatalogue } from '../scripts/languages.ts';

const spoken = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'];

/** Runs in the page: every text that somebody reads or hears there now. */
function textsOnPage(attributes: readonly string[]): string[] {
  const isOfPage = (element: Element) =>
    element.closest('[lang]') === document.documentElement && !element.closest('script, style, svg');
  const textsOf = (element: Element) => [
    ...attributes.map((name) => element.getAttribute(name)),
    // A sentence with marks in it is whole in its element, and in pieces around them.
    ...(element.checkVisibility() && element.textContent.length < 400 ? [element.textContent] : []),
  ];
  const texts = [...document.body.querySelectorAll('*')].filter(isOfPage).flatMap(textsOf);
  const tidy = [document.title, ...texts].map((text) => text?.replaceAll(/\s+/g, ' ').trim() ?? '');
  // Facts in one line are read one by one.
  return [...new Set(tidy.flatMap((text) => [text, ...text.split(' · ')]))].filter((text) => text !== '');
}

/** The ways in which a text can read, as patterns: values are anything. */
function patternsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.reduce<string[]>(
    (begun, element) => {
      const next =
        element.type === TYPE.literal
          ? [element.value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')]
          : element.type === TYPE.tag
            ? patternsOf(element.children)
            : element.type === TYPE.plural || element.type === TYPE.select
              ? Object.values(element.options).flatMap(({ value }) => patternsOf(value))
              : ['.+'];
      return begun.flatMap((start) => next.map((end) => start + end));
    },
    [''],
  );
}

const letters = (pattern: string) => pattern.replaceAll(/\.\+|[^\p{L}]/gu, '').length;

/** What customers wrote themselves, in the example of the README. */
const written = new Set(['Head of IT']);

/** Finds English texts of the catalogues on pages that should be in another language. */
export async function englishFinder(language: string): Promise<(page: Page) => Promise<string[]>> {
  const english = await readEnglish();
  const translations = readLanguage(language);
  if (findFaults(english, translations, language).length > 0)
    throw new Error(`languages/${language}.json has faults: see test/languages.test.ts.`);
  const allIn = (texts: Iterable<string>) => [...texts].flatMap((text) => patternsOf(parse(text)));
  const all = (catalogues: Iterable<[string, Parameters<typeof textsOfCatalogue>[0]]>) =>
    [...catalogues].flatMap(([folder, texts]) =>
      allIn(textsOfCatalogue(texts).values()).map((one) => [one, folder] as const),
    );
  const own = new Set(all(Object.entries(translations)).map(([pattern]) => pattern));
  const patterns = all(english)
    .filter(([pattern]) => letters(pattern) >= 6 && !own.has(pattern))
    .map(([pattern, folder]) => ({ expression: new RegExp(`^${pattern}$`, 'u'), folder }));
  const ownExpressions = [...own]
    .filter((one) => letters(one) >= 4)
    .map((one) => new RegExp(`^${one}$`, 'u'));
  return async (page) => {
    const texts = await page.evaluate(textsOnPage, spoken);
    return texts.flatMap((text) => {
      const match = patterns.find(({ expression }) => expression.test(text));
      const isOwn = ownExpressions.some((expression) => expression.test(text));
      return match && !isOwn && !written.has(text) ? [`“${text}” (${match.folder})`] : [];
    });
  };
}
