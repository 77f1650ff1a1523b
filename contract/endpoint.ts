import { z } from 'zod';
import { id } from './text.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What an endpoint takes and answers. Its method and its path are its name in a table. */
export interface Endpoint {
  /** One line for the OpenAPI description. */
  readonly summary: string;
  /** What stands in the path; each of its names has a place there, the compiler looks. */
  readonly params?: z.ZodObject;
  readonly query?: z.ZodType;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** What is answered, by status; what is no JSON has a word instead. */
  readonly answers: Readonly<Record<number, z.ZodType>> | 'file' | 'events';
  /** Nobody has to be signed in, nor to have a token. */
  readonly open?: true;
  /** The OpenAPI description leaves it out. */
  readonly hidden?: true;
}

type Table = Readonly<Record<`${Method} /api/${string}`, Endpoint>>;

/** The names that stand in a path behind a colon. */
type PlacesIn<Path> = Path extends `${string}/:${infer Name}/${infer Rest}`
  ? Name | PlacesIn<`/${Rest}`>
  : Path extends `${string}/:${infer Name}`
    ? Name
    : never;

/** Asks of each endpoint for the params that its path has, and for no others. */
type WithParams<T> = {
  readonly [Name in keyof T]: [PlacesIn<Name>] extends [never]
    ? { readonly params?: never }
    : { readonly params: z.ZodObject<Record<PlacesIn<Name>, z.ZodType>> };
};

/** Endpoints that stand together in the OpenAPI description. */
export interface EndpointTable<T> {
  readonly tag: string;
  readonly endpoints: T;
}

/** Declares endpoints by their names, such as `GET /api/v1/leads/:id`: for the server, the app and the description. */
export function declareEndpoints<T extends Table>(
  tag: string,
  endpoints: T & WithParams<T>,
): EndpointTable<T> {
  return { tag, endpoints };
}

/** The params of what is found by its id. */
export const byId = z.object({ id });

/** The answer where there is nothing to say; it goes with 204. */
export const nothing = z.null();

/** Headers of a change of settings: `If-Match` names the revision that it is based on (RFC 9110). */
export const revisionHeaders = z.looseObject({ 'if-match': z.string().max(500).optional() });
