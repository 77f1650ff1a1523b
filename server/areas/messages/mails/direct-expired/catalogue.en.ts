/** The email to the operator about inquiries that a partner let expire. */
export const english = {
  subject: '{count, plural, one {1 lead} other {{shown} leads}} expired without an answer',
  heading: '{partner} did not answer in time',
  headingUnnamed: 'A partner did not answer in time',
  wroteThemselves:
    'These customers contacted a partner directly. Below you see which of them have been told.',
  withPartner: 'With {partner}',
  customerTold: 'Customer told, and offered other partners',
  customerUntold: 'Customer not told: {reason}',
  lead: 'Lead {id}',
  see: 'See what expired',
  /** What the settings say about it. */
  category: {
    title: 'Unanswered inquiries',
    explanation: 'When a partner lets an inquiry of a customer expire.',
    requiredReason: 'The operator needs to know about customers who got no answer.',
  },
} as const;
