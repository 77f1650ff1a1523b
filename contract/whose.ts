/** In a request: whose the page believes to be; in an answer: whose it was. */
export const whoseHeaders = { person: 'leadlight-person', organization: 'leadlight-organization' } as const;
/** The same in the address of what a browser fetches by itself: `<person id>.<organization id>`. */
export const whoseParameter = 'as';
