import type { IncomingMessage, ServerResponse } from 'node:http';
import type {
  FastifySchema,
  HTTPMethods,
  RawServerDefault,
  RouteGenericInterface,
  RouteHandlerMethod,
  RouteShorthandOptions,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Endpoint, EndpointTable } from '../../../contract/endpoint.ts';
import type { App } from './app.ts';

type Part<E, Name extends keyof Endpoint> = E extends { readonly [N in Name]: infer Schema }
  ? Schema
  : undefined;

/** The schemas of an endpoint, under Fastify's names. */
interface SchemaOf<E> {
  readonly params: Part<E, 'params'>;
  readonly querystring: Part<E, 'query'>;
  readonly headers: Part<E, 'headers'>;
  readonly body: Part<E, 'body'>;
  readonly response: Part<E, 'answers'> extends infer Answers extends object ? Answers : undefined;
}

/** Handles an endpoint: gets what the contract accepts, and may send only what the contract allows. */
type Handler<E> = RouteHandlerMethod<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  RouteGenericInterface,
  unknown,
  SchemaOf<E>,
  ZodTypeProvider
>;

/** Options that only the server has: limits, turns, the size of bodies. */
type DoorOptions = Pick<RouteShorthandOptions, 'bodyLimit' | 'config'>;

interface OpenDoor<T> {
  <Name extends keyof T & string>(name: Name, handler: Handler<T[Name]>): void;
  <Name extends keyof T & string>(name: Name, options: DoorOptions, handler: Handler<T[Name]>): void;
}

/** Opens doors for endpoints of a table by name: method, path, schemas and description come from the contract. */
export function doorsOf<T extends Readonly<Record<keyof T, Endpoint>>>(
  app: App,
  { tag, endpoints }: EndpointTable<T>,
): OpenDoor<T> {
  return <Name extends keyof T & string>(
    name: Name,
    ...rest: [Handler<T[Name]>] | [DoorOptions, Handler<T[Name]>]
  ): void => {
    const [options, handler] = rest.length === 1 ? [{}, rest[0]] : rest;
    const [method = '', url = ''] = name.split(' ');
    app.route({
      ...options,
      method: method as HTTPMethods,
      url,
      schema: schemaOf(tag, endpoints[name]),
      // Fastify cannot infer which endpoint this is; `OpenDoor` checks the handler where the door is opened.
      handler: handler as RouteHandlerMethod,
    });
  };
}

function schemaOf(tag: string, endpoint: Endpoint): FastifySchema {
  const { summary, params, query, headers, body, answers, open, hidden } = endpoint;
  return {
    ...(hidden ? { hide: true } : { tags: [tag], summary }),
    ...(open && { security: [] }),
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(headers && { headers }),
    ...(body && { body }),
    ...(typeof answers === 'object' && { response: answers }),
  };
}
