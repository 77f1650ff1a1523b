/** What emails say about leads, one or several. */
export const english = {
  noCompany: 'No company given',
  /** In the middle of a sentence. */
  customerWithoutCompany: 'a customer without a company',
  hot: 'Hot: asks to be contacted directly',
  test: 'Test lead',
  qualification: {
    MarketingQualified: 'Marketing qualified',
    SalesQualified: 'Sales qualified',
  },
  forLocation: 'For {location}',
  answerBy: 'Answer by {moment}',
  more: 'And {shown} more in Leadlight.',
  open: {
    one: 'Open the lead',
    all: 'Open the leads',
    marketplace:
      '{count, plural, one {Open {shown} marketplace lead} other {Open {shown} marketplace leads}}',
    qualified: '{count, plural, one {Open {shown} qualified lead} other {Open {shown} qualified leads}}',
  },
  /** Nobody has verified a customer who wrote to a partner. */
  considerations:
    'Nobody has verified who this customer is. Make sure before you share anything confidential, and watch out for fraud.',
} as const;
