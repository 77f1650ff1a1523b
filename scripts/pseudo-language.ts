import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import type { Catalogue } from '../contract/catalogue.ts';

/**
 * The code of the pseudo-language: English with accents, in brackets, half as long again, and from right to left. It
 * shows what no catalogue says, what has too little room, and what does not follow the direction of a language.
 */
export const pseudoLanguage = 'en-XA';

/** English texts in the pseudo-language. */
export function pseudoTextsOf(english: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(english).map(([key, text]) => [
      key,
      typeof text === 'string' ? pseudoTextOf(text) : pseudoTextsOf(text),
    ]),
  );
}

/** One text, with its values and marks as they were. */
export function pseudoTextOf(text: string): string {
  const letters = text.replaceAll(/\{[^{}]*\}|<[^>]*>/g, '').length;
  // In words, as other languages have them.
  const longer = '~·~·~ '
    .repeat(Math.ceil(letters / 15))
    .slice(0, Math.ceil(letters * 0.4))
    .trim();
  return `[${printAST(parse(text).map(accented))}${longer && ` ${longer}`}]`;
}

function accented(element: MessageFormatElement): MessageFormatElement {
  if (element.type === TYPE.literal)
    return {
      ...element,
      value: element.value.replaceAll(/[A-Za-z]/g, (letter) => accents[letter] ?? letter),
    };
  if (element.type === TYPE.tag) return { ...element, children: element.children.map(accented) };
  if (element.type !== TYPE.select && element.type !== TYPE.plural) return element;
  const options = Object.entries(element.options).map(([name, option]) => [
    name,
    { ...option, value: option.value.map(accented) },
  ]);
  return { ...element, options: Object.fromEntries(options) };
}

const plain = 'AaCcDdEeGgIiKkLlNnOoRrSsTtUuYyZz';
const marked = 'ÅåÇçĐđÉéĞğÎîĶķĻļÑñÖöŘřŠšŢţÛûÝýŽž';
const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [...plain].map((letter, place) => [letter, [...marked][place] ?? letter]),
);
