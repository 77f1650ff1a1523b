/**
 * The shortest password that is accepted, in characters; there are no other demands, because length is what counts
 * (NIST SP 800-63B).
 */
export const shortestPassword = 12;
