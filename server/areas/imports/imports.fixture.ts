import {
  type ImportRow,
  importRowPage,
  type LeadImport,
  leadImport,
} from '../../../contract/imports/imports.ts';
import type { LeadWorld } from '../../../test/lead-world.ts';
import { body, type Caller, type TestServer } from '../../../test/server.ts';

interface World {
  readonly server: TestServer;
  readonly world: LeadWorld;
}

/** What the tests of imports do to a server and its world. */
export function importTools(of: World) {
  const { server } = of;
  const send = (file: string | Buffer, as: Caller = of.world.as.admin, type = 'text/csv', query = '') =>
    server.request('POST', `/api/v1/imports?name=leads.csv${query}`, {
      as,
      body: typeof file === 'string' ? file : new Uint8Array(file),
      headers: { 'content-type': type },
    });
  const work = () => server.queue.run('import.check', 'import.write', 'import.undo');
  const look = async (id: string, as: Caller = of.world.as.admin): Promise<LeadImport> =>
    body(leadImport, await server.request('GET', `/api/v1/imports/${id}`, { as }));
  /** Brings a file and waits for its dry run. */
  async function checked(file: string | Buffer, as?: Caller, query = ''): Promise<LeadImport> {
    const { id } = body(leadImport, await send(file, as, 'text/csv', query));
    await work();
    return look(id, as);
  }
  const act = (id: string, what: 'run' | 'pause' | 'cancel' | 'undo', as: Caller = of.world.as.admin) =>
    server.request('POST', `/api/v1/imports/${id}/${what}`, { as });
  /** Writes the leads of an import, or takes them back. */
  async function done(id: string, what: 'run' | 'undo' = 'run', as?: Caller): Promise<LeadImport> {
    body(leadImport, await act(id, what, as));
    await work();
    return look(id, as);
  }
  const change = (id: string, changes: object, as: Caller = of.world.as.admin) =>
    server.request('PATCH', `/api/v1/imports/${id}`, { as, body: changes });
  async function rows(id: string, query = '', as: Caller = of.world.as.admin): Promise<ImportRow[]> {
    return body(
      importRowPage,
      await server.request('GET', `/api/v1/imports/${id}/rows?limit=200${query}`, { as }),
    ).items;
  }
  const rejected = async (id: string) =>
    (await server.request('GET', `/api/v1/imports/${id}/rejected`, { as: of.world.as.admin })).text;
  const leads = () =>
    server.database.ownerDb
      .selectFrom('lead')
      .selectAll()
      .where('door', '=', 'import')
      .orderBy('customer_name')
      .execute();
  return { send, work, look, checked, act, done, change, rows, rejected, leads };
}
