import type { z } from 'zod';
import { connectionEndpoints } from './connections/endpoints.ts';
import { demoEndpoints } from './demo/endpoints.ts';
import { homeEndpoints } from './home/endpoints.ts';
import { accessEndpoints, identityEndpoints } from './identity/endpoints.ts';
import { importEndpoints } from './imports/endpoints.ts';
import { intakeEndpoints, quarantineEndpoints } from './intake/endpoints.ts';
import { activityEndpoints, nextStepEndpoints } from './leads/activity-endpoints.ts';
import {
  bulkEndpoints,
  contactCheckEndpoints,
  contactMarkEndpoints,
  dealEndpoints,
  duplicateEndpoints,
  leadEndpoints,
  leadListEndpoints,
  liveEndpoints,
  newsEndpoints,
  presenceEndpoints,
  qualityEndpoints,
  ratingEndpoints,
  viewEndpoints,
} from './leads/endpoints.ts';
import { exportEndpoints } from './leads/exports.ts';
import { replyTemplateEndpoints } from './leads/reply-endpoints.ts';
import { sharingEndpoints } from './leads/sharing-endpoints.ts';
import { mailEndpoints } from './mail/endpoints.ts';
import { actionCenterEndpoints, leadNoticeEndpoints } from './messages/endpoints.ts';
import { offerEndpoints } from './offers/endpoints.ts';
import { organizationEndpoints } from './organizations/endpoints.ts';
import {
  contactSharingEndpoints,
  customerNewsEndpoints,
  partnerLeadEndpoints,
} from './partners/endpoints.ts';
import { accountEndpoints, peopleEndpoints } from './people/endpoints.ts';
import { periodEndpoints } from './periods/endpoints.ts';
import { profileEndpoints } from './profiles/endpoints.ts';
import { vocabularyEndpoints } from './vocabularies/endpoints.ts';
import { workingTimeEndpoints } from './working-time/endpoints.ts';

/** Every endpoint under `/api/v1`, by its name. */
export const endpoints = {
  ...identityEndpoints.endpoints,
  ...accessEndpoints.endpoints,
  ...vocabularyEndpoints.endpoints,
  ...profileEndpoints.endpoints,
  ...organizationEndpoints.endpoints,
  ...offerEndpoints.endpoints,
  ...mailEndpoints.endpoints,
  ...workingTimeEndpoints.endpoints,
  ...periodEndpoints.endpoints,
  ...peopleEndpoints.endpoints,
  ...accountEndpoints.endpoints,
  ...leadEndpoints.endpoints,
  ...leadListEndpoints.endpoints,
  ...presenceEndpoints.endpoints,
  ...activityEndpoints.endpoints,
  ...nextStepEndpoints.endpoints,
  ...replyTemplateEndpoints.endpoints,
  ...dealEndpoints.endpoints,
  ...exportEndpoints.endpoints,
  ...viewEndpoints.endpoints,
  ...bulkEndpoints.endpoints,
  ...sharingEndpoints.endpoints,
  ...duplicateEndpoints.endpoints,
  ...contactCheckEndpoints.endpoints,
  ...contactMarkEndpoints.endpoints,
  ...ratingEndpoints.endpoints,
  ...qualityEndpoints.endpoints,
  ...liveEndpoints.endpoints,
  ...newsEndpoints.endpoints,
  ...intakeEndpoints.endpoints,
  ...quarantineEndpoints.endpoints,
  ...actionCenterEndpoints.endpoints,
  ...leadNoticeEndpoints.endpoints,
  ...partnerLeadEndpoints.endpoints,
  ...contactSharingEndpoints.endpoints,
  ...customerNewsEndpoints.endpoints,
  ...connectionEndpoints.endpoints,
  ...homeEndpoints.endpoints,
  ...demoEndpoints.endpoints,
  ...importEndpoints.endpoints,
};

type Endpoints = typeof endpoints;

/** The names of endpoints with one kind of answer. */
type NameOf<Answers> = {
  [Name in keyof Endpoints]: Endpoints[Name]['answers'] extends Answers ? Name : never;
}[keyof Endpoints];

/** The endpoints that answer with JSON, or with no content. */
export type EndpointName = NameOf<object>;
/** The endpoints that answer with a file. */
export type FileName = NameOf<'file'>;
/** The endpoints that answer with server-sent events. */
export type EventsName = NameOf<'events'>;

type AnyName = keyof Endpoints;
/** The path of an endpoint, for requests made without the client. */
export type PathOf<Name extends AnyName> = Name extends `${string} ${infer Path}` ? Path : never;

type SchemaOf<Name extends AnyName, Part extends string> = Endpoints[Name] extends {
  readonly [P in Part]: infer Schema extends z.ZodType;
}
  ? Schema
  : never;

/** Values as the app passes them for a URL: where the server parses a number, they are numbers. */
type Written<Schema extends z.ZodType> =
  z.input<Schema> extends infer Input
    ? { [Key in keyof Input]: unknown extends Input[Key] ? ValueOf<z.output<Schema>, Key> : Input[Key] }
    : never;
type ValueOf<Output, Key> = Key extends keyof Output ? Output[Key] : never;

/** The headers that an endpoint names; any request may have others. */
type Named<Schema> =
  Schema extends z.ZodObject<infer Shape> ? { readonly [Key in keyof Shape]?: z.input<Shape[Key]> } : never;

/** One part of a request: required where the endpoint requires it, refused where it takes none. */
type Part<Name extends string, Value> = [Value] extends [never]
  ? { readonly [N in Name]?: undefined }
  : Record<never, never> extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value };

/** The query of an endpoint. */
export type QueryOf<Name extends AnyName> = Written<SchemaOf<Name, 'query'>>;
/** The body of an endpoint, before defaults are filled in. */
export type BodyOf<Name extends AnyName> = z.input<SchemaOf<Name, 'body'>>;

/** Everything in a request to an endpoint, for each endpoint separately. */
export type RequestTo<Name extends AnyName> = Name extends AnyName
  ? Part<'params', z.input<SchemaOf<Name, 'params'>>> &
      Part<'query', QueryOf<Name>> &
      Part<'headers', Named<SchemaOf<Name, 'headers'>>> &
      (SchemaOf<Name, 'body'> extends never ? Part<'body', never> : { readonly body: BodyOf<Name> })
  : never;

/** What an endpoint answers; undefined when there is no content. */
export type AnswerOf<Name extends EndpointName> = {
  [N in Name]: {
    [Status in keyof Endpoints[N]['answers']]: Endpoints[N]['answers'][Status] extends z.ZodNull
      ? undefined
      : z.output<Extract<Endpoints[N]['answers'][Status], z.ZodType>>;
  }[keyof Endpoints[N]['answers']];
}[Name];
