/** A problem with the table or the options that the user can fix; the message is one sentence. */
export class EvaluationError extends Error {}
