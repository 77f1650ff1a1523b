/** The most waiting leads whose due dates are judged; one more stands for more. */
export const mostJudged = 100;

/** The most partners' leads that are counted; one more stands for more. */
export const mostPartnerLeads = 200;
