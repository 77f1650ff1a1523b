/** Errors about the list of leads and its exports, and what exported files are called. */
export const english = {
  cursor: {
    foreign: 'The cursor does not belong to this list and sort. Start again without a cursor.',
    fault: 'was not made for this list and sort',
  },
  meIsNobody: 'can’t be “me” with an API token: send a person’s ID',
  tooManyExports:
    'Your organization is already running as many exports as it can. Wait until one has finished.',
  fileName:
    'leadlight-{tab, select, qualified {qualified} favorites {favorites} other {marketplace}}-leads-{day}-{rows}-rows',
} as const;
