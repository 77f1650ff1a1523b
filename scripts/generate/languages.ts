import { listTranslatedLanguages } from '../languages.ts';

/** The list of languages, as the contract knows them: English, and those that have a file. */
export function describeLanguages(): string {
  const codes = ['en', ...listTranslatedLanguages()].map((code) => `'${code}'`).join(', ');
  return `/**
 * The languages that people read: English, which is in the code, and one for each file in \`languages/\`. Written by
 * “npm run generate”.
 */
export const languages = [${codes}] as const;
`;
}
