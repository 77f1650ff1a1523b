/** What the bell says to who does not see it. */
export const english = {
  title: 'Action center',
  status:
    'Action center{isCounted, select, yes { {total}} other {}}: {count, plural, one {1 thing to do} other {{shown} things to do}}, {unread} unread, {due} due, {fresh} new',
} as const;
