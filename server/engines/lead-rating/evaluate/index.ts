export { evaluateCsv } from './evaluate-csv.ts';
export { EvaluationError } from './evaluation-error.ts';
