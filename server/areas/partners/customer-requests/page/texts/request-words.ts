import type { ReactNode } from 'react';
import type { RequestLanguage, Standing } from '../../customer-requests.rules.ts';
import type { ForwardRefusal } from '../../request-page.service.ts';
import type { SuggestionReason } from '../../suggest-partners.rules.ts';
import { english } from './english.tsx';
import { german } from './german.tsx';

/** What went wrong, as a title and what to do about it. */
export interface Explanation {
  readonly title: string;
  readonly text: string;
}

/** What customers read of things that went wrong; everything else that can is a request that could not be read. */
export type RequestProblem =
  | 'unknown-link'
  | 'ended-link'
  | 'too-many-requests'
  | 'other-site'
  | 'unavailable'
  | 'internal'
  | 'unreadable';

/** Why a form did nothing. */
export type Refusal = ForwardRefusal | 'outdated';

/** All words of the page in one language. */
export interface RequestWords {
  readonly title: string;
  readonly sentTo: (partner: ReactNode, offer: ReactNode | null) => ReactNode;
  readonly asked: string;
  readonly noMessage: string;
  readonly became: string;
  readonly standing: Readonly<Record<Standing, string>>;
  readonly sentOn: (day: string) => string;
  readonly withPartner: Readonly<Record<'waiting' | 'accepted', (partner: ReactNode) => ReactNode>>;
  readonly others: string;
  readonly chooseOne: string;
  readonly noOthers: string;
  readonly reason: (reason: SuggestionReason, country: (code: string) => string) => string;
  readonly send: (partner: ReactNode) => ReactNode;
  readonly consent: string;
  readonly profile: string;
  readonly withdraw: string;
  readonly withdrawOffer: string;
  readonly withdrawQuestion: string;
  readonly withdrawWaiting: (partner: ReactNode) => ReactNode;
  readonly withdrawAccepted: (partner: ReactNode) => ReactNode;
  readonly withdrawFinal: string;
  readonly withdrawYes: string;
  readonly withdrawNo: string;
  readonly withdrawn: (day: string) => string;
  readonly withdrawnAccepted: (partner: ReactNode) => ReactNode;
  readonly validUntil: (day: string) => string;
  readonly otherLanguage: string;
  readonly requestNumber: string;
  readonly refusal: Readonly<Record<Refusal, string>>;
  readonly problem: (problem: RequestProblem, minutes: number) => Explanation;
}

/** The words of a language. */
export function requestWordsOf(language: RequestLanguage): RequestWords {
  return language === 'de' ? german : english;
}
