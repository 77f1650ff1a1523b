/** The page on which the contact of a location confirms their address. */
export const english = {
  title: {
    ask: 'Are you the contact?',
    confirmed: 'Thank you, the address is confirmed',
  },
  about:
    '<name>{organization}</name> wants to name <name>{email}</name> as the contact of a location. Requests that customers send to its page then come to this address by email.',
  ask: 'Nothing changes until you press the button. If you don’t expect this, close the page.',
  confirmed: 'The partner can now publish the page. If you change your mind, ask them to name somebody else.',
  confirm: 'Yes, send requests to this address',
  ended: {
    title: 'This link no longer works',
    text: 'Another link was sent to the address since, or the partner no longer names it. Use the latest email.',
  },
} as const;
