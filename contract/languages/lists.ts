/**
 * The languages that people read: English, which is in the code, and one for each file in `languages/`. Written by
 * “npm run generate”.
 */
export const languages = ['en', 'de'] as const;
