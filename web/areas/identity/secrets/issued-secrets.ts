import type { QueryKey } from '@tanstack/react-query';
import type { IntakeEndpointInfo } from '../../../../contract/identity/identity.ts';

/** What is known of any secret that was given out: everything but the secret. */
export type SecretInfo = IntakeEndpointInfo;

/** What every form that creates a secret asks for. */
export interface SecretValues {
  name: string;
}

/** The secret itself is missing when the first attempt created it and its answer got lost. */
export interface MadeSecret<Info> {
  info: Info;
  secret: string | undefined;
}

/** Names a kind of secret in the catalogue. */
export type SecretKind = 'token' | 'endpoint';

/** A kind of secret that is shown once, then listed until someone ends it, and the requests that do so. */
export interface IssuedSecrets<Info extends SecretInfo, Values extends SecretValues> {
  kind: SecretKind;
  /** The section of the settings that lists them. */
  section: 'api-tokens' | 'marketplace-endpoints';
  queryKey: QueryKey;
  list: (signal: AbortSignal) => Promise<{ items: Info[] }>;
  create: (body: Values, headers: { 'idempotency-key': string }) => Promise<MadeSecret<Info>>;
  end: (id: string) => Promise<unknown>;
}
