import type { RequestLanguage } from '../customer-requests.rules.ts';

/** Who came how: the token of the link, and the language that they chose on the page. */
export interface RequestPlace {
  readonly token: string;
  readonly language: RequestLanguage | undefined;
}

/** Where the page of a request is, or a form of it is sent to, below the installation's own address. */
export function requestPath({ token, language }: RequestPlace, step?: 'forward' | 'withdraw'): string {
  const path = `/request/${encodeURIComponent(token)}${step ? `/${step}` : ''}`;
  return language ? `${path}?language=${language}` : path;
}
