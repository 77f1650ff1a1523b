import { z } from 'zod';
import { id } from './text.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What an endpoint takes and answers. Its method and path are its name in a table. */
export interface Endpoint {
  /** One line for the OpenAPI description. */
  readonly summary: string;
  /** The params of the path; the compiler checks that each has a place in it. */
  readonly params?: z.ZodObject;
  readonly query?: z.ZodType;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The answers by status; a word for those that are not JSON. */
  readonly answers: Readonly<Record<number, z.ZodType>> | 'file' | 'events';
  /** Neither a session nor a token is needed. */
  readonly open?: true;
  /** Left out of the OpenAPI description. */
  readonly hidden?: true;
}

type Table = Readonly<Record<`${Method} /api/${string}`, Endpoint>>;

/** The names in a path that follow a colon. */
type PlacesIn<Path> = Path extends `${string}/:${infer Name}/${infer Rest}`
  ? Name | PlacesIn<`/${Rest}`>
  : Path extends `${string}/:${infer Name}`
    ? Name
    : never;

/** Requires of each endpoint the params that its path has, and no others. */
type WithParams<T> = {
  readonly [Name in keyof T]: [PlacesIn<Name>] extends [never]
    ? { readonly params?: never }
    : { readonly params: z.ZodObject<Record<PlacesIn<Name>, z.ZodType>> };
};

/** Endpoints that appear together in the OpenAPI description. */
export interface EndpointTable<T> {
  readonly tag: string;
  readonly endpoints: T;
}

/** Declares endpoints by their names, such as `GET /api/v1/leads/:id`, for the server, the app and the description. */
export function declareEndpoints<T extends Table>(
  tag: string,
  endpoints: T & WithParams<T>,
): EndpointTable<T> {
  return { tag, endpoints };
}

/** The params of paths with an id. */
export const byId = z.object({ id });

/** The empty answer, sent with 204. */
export const nothing = z.null();

/** Headers for a change of settings: `If-Match` names the revision that the change is based on (RFC 9110). */
export const revisionHeaders = z.looseObject({ 'if-match': z.string().max(500).optional() });
