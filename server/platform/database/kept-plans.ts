import { sql } from 'kysely';
import pg from 'pg';
import { BoundedMap } from '../bounded-map.ts';

const mark = '/* kept plan */';

/**
 * Prefixed to a statement (`modifyFront`), it lets each connection plan it once instead of each time: for frequent
 * statements whose planning takes longer than their execution, and whose generic plan is never much worse than the
 * best. A limit must be in the text: for a parameter the planner expects a tenth of all rows.
 */
export const keptPlan = sql.raw(mark);

/** A connection keeps at most this many shapes of statements: each takes some of the database's memory. */
const mostKept = 40;
/** A shape that is used less often is not worth it. */
const timesBefore = 2;

/** A connection that keeps the plans of marked statements. */
export class PlanKeepingClient extends pg.Client {
  private readonly seen = new BoundedMap<string, number>(200);
  private readonly names = new Map<string, string>();

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this) as (...args: unknown[]) => unknown;
    this.query = ((text: unknown, ...rest: unknown[]) => {
      const name = typeof text === 'string' && rest.length === 1 ? this.nameOf(text) : undefined;
      return name === undefined ? query(text, ...rest) : query({ name, text, values: rest[0] });
    }) as typeof this.query;
  }

  /** The statement's name on this connection; undefined: it is planned each time. */
  private nameOf(text: string): string | undefined {
    if (!text.includes(mark)) return undefined;
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= mostKept) return known;
    const times = (this.seen.get(text) ?? 0) + 1;
    this.seen.set(text, times);
    if (times <= timesBefore) return undefined;
    const name = `kept-${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}
