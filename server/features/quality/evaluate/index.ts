export { type EvaluationReport, evaluateCsv } from './evaluate-csv.ts';
export { EvaluationError } from './evaluation-error.ts';
