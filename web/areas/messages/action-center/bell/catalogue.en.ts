/** The screen reader text of the bell. */
export const english = {
  status:
    'Action center{isCounted, select, yes { {total}} other {}}: {count, plural, one {1 task} other {{shown} tasks}}, {unread} unread, {due} due, {fresh} new',
} as const;
