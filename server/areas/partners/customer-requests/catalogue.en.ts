/** What customers are told of their requests, and errors about their forms. */
export const english = {
  unreadable: 'The form couldn’t be read.',
  /** What a customer will be told of a lead that is about to be declined, or has expired. */
  preview: {
    declined: 'We’ll email the customer to say that you can’t take on the request, and offer other partners.',
    expired: 'We’ll email the customer to say that you did not answer in time, and offer other partners.',
    nothing: 'The customer won’t be told: {reason}.',
  },
} as const;
