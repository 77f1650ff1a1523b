import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type QueryResult,
  sql,
  type TransactionSettings,
} from 'kysely';

const mark = '/* with begin */';

/**
 * Prefixed to a statement without parameters whose rows nobody reads: as the first one of a transaction, it travels in
 * the same message as its `begin`, which saves a round trip to the database.
 */
export const withBegin = sql.raw(mark);

/** PostgreSQL, with transactions that begin together with their first statement. */
export class JoinedBeginDialect extends PostgresDialect {
  constructor(private readonly parts: PostgresDialectConfig) {
    super(parts);
  }

  override createDriver(): Driver {
    return new JoinedBeginDriver(this.parts);
  }
}

class JoinedBeginDriver extends PostgresDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    return new JoinedBeginConnection(await super.acquireConnection());
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const isPlain = !settings.isolationLevel && !settings.accessMode;
    if (isPlain && connection instanceof JoinedBeginConnection) connection.hasToBegin = true;
    else await super.beginTransaction(connection, settings);
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    if (!wasIdle(connection)) await super.commitTransaction(connection);
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (!wasIdle(connection)) await super.rollbackTransaction(connection);
  }

  override async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const own = connection instanceof JoinedBeginConnection ? connection.inner : connection;
    // Kysely does not export the type of the connections that `acquireConnection` returns.
    await super.releaseConnection(own as Parameters<PostgresDriver['releaseConnection']>[0]);
  }
}

/** True, once, for a transaction without statements: the database does not know of it. */
function wasIdle(connection: DatabaseConnection): boolean {
  if (!(connection instanceof JoinedBeginConnection) || !connection.hasToBegin) return false;
  connection.hasToBegin = false;
  return true;
}

class JoinedBeginConnection implements DatabaseConnection {
  hasToBegin = false;

  constructor(readonly inner: DatabaseConnection) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.hasToBegin) {
      // Before anything is awaited: statements sent at the same time come after the begin.
      this.hasToBegin = false;
      const isJoined = query.sql.startsWith(mark) && query.parameters.length === 0;
      if (isJoined) return await this.inner.executeQuery<R>(CompiledQuery.raw(`begin; ${query.sql}`));
      await this.inner.executeQuery(CompiledQuery.raw('begin'));
    }
    return await this.inner.executeQuery<R>(query);
  }

  async *streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    if (this.hasToBegin) {
      this.hasToBegin = false;
      await this.inner.executeQuery(CompiledQuery.raw('begin'));
    }
    yield* this.inner.streamQuery<R>(query, chunkSize);
  }
}
