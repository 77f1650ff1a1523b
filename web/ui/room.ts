/** Screens with room for the list or a lead, not for both. */
export const oneAtATime = '(max-width: 48em)';
