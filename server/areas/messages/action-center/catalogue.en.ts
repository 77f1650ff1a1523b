/** Errors about notifications and announcements. */
export const english = {
  noNotification: 'You have no notification with this ID.',
  noAnnouncement: 'There is no announcement with this ID, or it has already been withdrawn.',
} as const;
