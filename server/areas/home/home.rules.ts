/** For how many hours a lead counts as new on the start page. */
export const freshHours = 24;

/** Over how many days the start page looks back: on answers, and on what was sent. */
export const standingDays = 30;
export const sentDays = 90;

/** How many lines a list of the start page has. */
export const shownItems = 5;
