/** Errors that every part of the server shares. */
export const english = {
  nothingHere: 'There is nothing at this address, or nothing that you may see.',
  wrongValue: '{path} {fault}.',
  wrongValues: '{path} {fault} (and {more, number, ::group-off} more).',
  foreignCursor: 'The cursor does not belong to this list. Start again without a cursor.',
} as const;
