import { GrowingArray } from '../model/feature-table.ts';
import { isMissing, readMoment, readNumber } from './cells.ts';
import { EvaluationError } from './evaluation-error.ts';

const fewest = 0.5;

/** Collects the cells of the column with the arrival times: dates, or numbers that grow with time. */
export class TimeColumn {
  readonly #name: string;
  readonly #dayFirst = new GrowingArray((length) => new Float64Array(length));
  readonly #monthFirst = new GrowingArray((length) => new Float64Array(length));
  readonly #numbers = new GrowingArray((length) => new Float64Array(length));

  constructor(name: string) {
    this.#name = name;
  }

  push(cell: string): void {
    const text = cell.trim();
    const moment = isMissing(text) ? undefined : readMoment(text);
    this.#dayFirst.push(moment?.dayFirst ?? Number.NaN);
    this.#monthFirst.push(moment?.monthFirst ?? Number.NaN);
    this.#numbers.push(isMissing(text) || moment ? Number.NaN : (readNumber(text, false) ?? Number.NaN));
  }

  /**
   * The moments by row, NaN where missing, in the reading that loses the fewest.
   * @throws EvaluationError when most rows have none
   */
  finish(): { moments: Float64Array; warnings: string[] } {
    const readings = [this.#monthFirst, this.#dayFirst, this.#numbers].map((reading) => reading.finish());
    const [monthFirst, dayFirst] = readings;
    const moments = readings.reduce((best, one) => (countKnown(one) > countKnown(best) ? one : best));
    const known = countKnown(moments);
    if (known < fewest * moments.length) {
      throw new EvaluationError(
        `The time column “${this.#name}” has a date or number in ${known} of ${moments.length} rows only.`,
      );
    }
    const warnings: string[] = [];
    if (known < moments.length) {
      warnings.push(`${moments.length - known} rows have no time and were left out.`);
    }
    const isAmbiguous =
      moments === monthFirst &&
      countKnown(dayFirst ?? moments) === known &&
      monthFirst.some((moment, row) => !Number.isNaN(moment) && moment !== dayFirst?.[row]);
    if (isAmbiguous) {
      warnings.push(
        `The dates of “${this.#name}” were read as month/day/year; they could be day/month/year.`,
      );
    }
    return { moments, warnings };
  }
}

function countKnown(moments: Float64Array): number {
  return moments.reduce((count, moment) => count + (Number.isNaN(moment) ? 0 : 1), 0);
}
