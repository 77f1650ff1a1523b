/**
 * In a request: the person and organization that the page believes are signed in; in an answer: those that really were.
 */
export const whoseHeaders = { person: 'leadlight-person', organization: 'leadlight-organization' } as const;
/** The same in the query string of what a browser fetches by itself: `<person id>.<organization id>`. */
export const whoseParameter = 'as';
