/** How long the links in emails work; `contract/link-life.ts` says it in numbers. */
export const english = {
  link: 'one hour',
  invitation: 'seven days',
} as const;
