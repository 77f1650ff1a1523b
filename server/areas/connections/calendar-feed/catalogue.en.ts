/** Errors about calendar links, and what calendars say in the language of the link's person. */
export const english = {
  noCalendar: 'There is no calendar at this address. Create a new link in Leadlight’s settings.',
  guessing:
    'Too many requests for calendar links that don’t exist. Wait, or create a new link in Leadlight’s settings.',
  noLink: 'You have no calendar link here, or it has already been revoked.',
  unnamed: 'a customer without a name',
  answer: {
    partner: 'Answer lead: {about}',
    operator: 'Send lead to a partner: {about}',
    text: 'The lead expires on {moment} ({zone}).',
  },
  purchase: { title: 'Estimated purchase: {about}', text: 'The customer is expected to buy on this day.' },
  step: { title: '{what}: {about}', text: 'The next step with this lead.' },
} as const;
