import { useMediaQuery } from '@mantine/hooks';

/* The widths at which pages change, for code; stylesheets write the same ones. */

/** A phone: one thing below the other. */
export const onPhone = '(max-width: 40em)';

/** Screens with room for the list or a lead, for one column of deals, or for a page without its rail. */
export const oneAtATime = '(max-width: 48em)';

/** No room for the list of settings and an open section side by side. */
export const oneSetting = '(max-width: 52em)';

/** Room for the filters next to the list. */
export const besideFilters = '(min-width: 62em)';

/** Room for the rail with words and a list beside it. */
export const besideRail = '(min-width: 76em)';

/** Whether the screen has that room, from the first moment on. */
export function useRoomIs(room: string): boolean {
  // A value to begin with would be shown first, whatever the screen is like.
  return useMediaQuery(room, undefined, { getInitialValueInEffect: false });
}
