import type { ReactNode } from 'react';
import type { CallToAction } from '../../../../../contract/leads/lists.ts';
import { english } from './english.tsx';
import type { FormField } from './form-fields.ts';
import { german } from './german.tsx';
import type { PageLanguage } from './page-language.rules.ts';

/** All words of a public page around what the partner wrote, in one language. */
export interface FormWords {
  readonly labels: Readonly<Record<FormField, string>>;
  readonly optional: string;
  readonly chooseCountry: string;
  readonly emailHint: string;
  /** What to do about a field that has to be filled in. */
  readonly missing: Readonly<Record<'firstName' | 'email' | 'country' | 'consent', string>>;
  readonly tooLong: (label: string, most: number) => string;
  readonly damaged: (label: string) => string;
  /** An address that nobody can answer. */
  readonly unusableEmail: string;
  readonly meant: (suggestion: string) => string;
  readonly didYouMean: (suggestion: string, typed: string) => string;
  /** A number that nobody can call, where there is no address. */
  readonly unusablePhone: string;
  readonly summary: (errors: number) => string;
  readonly errorTitle: string;
  readonly consent: string;
  readonly contactDirectly: string;
  /** Stands above the form; never the same as its button. */
  readonly heading: Readonly<Record<CallToAction, (about: string) => string>>;
  readonly submit: Readonly<Record<CallToAction, string>>;
  readonly introduction: Readonly<Record<CallToAction, (partner: ReactNode) => ReactNode>>;
  readonly website: string;
  readonly handledBy: (partner: ReactNode) => ReactNode;
  readonly thanks: {
    readonly title: (partner: string) => string;
    readonly heading: (partner: ReactNode) => ReactNode;
    readonly about: (offer: ReactNode) => ReactNode;
    readonly next: string;
    readonly receives: (partner: ReactNode) => ReactNode;
    readonly answers: string;
    readonly mayAnswer: string;
    readonly done: string;
    readonly backToOffer: string;
    readonly backToPartner: string;
  };
}

const words: Readonly<Record<PageLanguage, FormWords>> = { en: english, de: german };

export function formWordsOf(language: PageLanguage): FormWords {
  return words[language];
}
