/** For how many hours a lead counts as new on the home page. */
export const freshHours = 24;

/** Over how many days the home page looks back: on answers, and on what was sent. */
export const standingDays = 30;
export const sentDays = 90;

/** How many lines a list of the home page has. */
export const shownItems = 5;
