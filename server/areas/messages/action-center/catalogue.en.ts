/** Errors about notifications and announcements. */
export const english = {
  noNotification: 'You have no notification with this id.',
  noAnnouncement: 'There is no announcement with this id, or it has already been withdrawn.',
} as const;
