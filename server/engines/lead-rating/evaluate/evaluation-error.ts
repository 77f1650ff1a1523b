/** Something about the table or the options that whoever evaluates can put right; the message is one sentence. */
export class EvaluationError extends Error {}
