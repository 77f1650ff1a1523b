import type { RequestLanguage } from '../customer-requests.rules.ts';

/** How someone reached the page: the token of the link, and the language that they chose on the page. */
export interface RequestPlace {
  readonly token: string;
  readonly language: RequestLanguage | undefined;
}

/** The path of a request's page or of a form on it, below the installation's own address. */
export function requestPath({ token, language }: RequestPlace, step?: 'forward' | 'withdraw'): string {
  const path = `/request/${encodeURIComponent(token)}${step ? `/${step}` : ''}`;
  return language ? `${path}?language=${language}` : path;
}
