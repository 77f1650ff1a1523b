import { BoundedMap } from '../../platform/bounded-map.ts';
import { AppError } from '../../platform/errors.ts';
import { networkOf } from '../../platform/http/network.ts';
import { hashSecret } from '../../platform/ids.ts';
import { Turns } from '../../platform/turns.ts';
import type { Actor } from './actor.ts';
import { sentence } from './catalogue.ts';
import type { IdentityService } from './identity.service.ts';

/** How a request says who is asking: an API token, or the token of a session. */
export interface Credential {
  readonly kind: 'bearer' | 'session';
  readonly token: string;
}

/** How many recently valid credentials, as hashes, and how many networks are remembered. */
const mostKnown = 10_000;
const mostNetworks = 10_000;
const windowMilliseconds = 60_000;

/**
 * Finds who is behind credentials. From a network that sent too many invalid ones, credentials known to be valid are
 * still looked up, and others one at a time: guessing credentials takes the database's time from nobody.
 */
export class Credentials {
  private readonly known = new BoundedMap<string, true>(mostKnown);
  private readonly attempts = new BoundedMap<string, { count: number; readonly until: number }>(mostNetworks);

  private readonly turns = new Turns({ waitMilliseconds: 2000, refusal, retryAfterSeconds: 10 });

  /** @param mostBad how many invalid credentials are looked up for a network in a minute */
  constructor(
    private readonly identity: IdentityService,
    private readonly mostBad: number,
  ) {}

  /** undefined: the credential is invalid. @throws AppError too-many-requests */
  async findActor(credential: Credential, address: string): Promise<Actor | undefined> {
    const hash = `${credential.kind} ${hashSecret(credential.token).toString('base64')}`;
    const network = networkOf(address);
    if (this.known.has(hash)) return this.lookUp(credential, hash);
    const attempt = this.claimAttempt(network);
    if (attempt.isOneTooMany) return this.lookUpInTurn(credential, hash, network, attempt.until);
    const actor = await this.lookUp(credential, hash);
    if (actor) attempt.giveBack();
    return actor;
  }

  private async lookUp({ kind, token }: Credential, hash: string): Promise<Actor | undefined> {
    const { identity } = this;
    const actor = await (kind === 'bearer'
      ? identity.findTokenActor(token)
      : identity.findPersonActor(token));
    if (actor) this.known.set(hash, true);
    else this.known.delete(hash);
    return actor;
  }

  /** One at a time from a network that sends too many: someone may share it with whoever is guessing. */
  private lookUpInTurn(credential: Credential, hash: string, network: string, until: number): Promise<Actor> {
    return this.turns.run([{ of: network, running: 1, waiting: 4 }], async () => {
      const actor = await this.lookUp(credential, hash);
      if (actor) return actor;
      throw new AppError('too-many-requests', refusal, {
        retryAfterSeconds: Math.max(1, Math.ceil((until - performance.now()) / 1000)),
      });
    });
  }

  /** Counts the attempt as invalid until it is given back. */
  private claimAttempt(network: string) {
    const now = performance.now();
    const before = this.attempts.get(network);
    const current = before && before.until > now ? before : { count: 0, until: now + windowMilliseconds };
    if (current !== before) this.attempts.set(network, current);
    const isOneTooMany = current.count >= this.mostBad;
    if (!isOneTooMany) current.count += 1;
    const giveBack = () => {
      current.count -= 1;
    };
    return { isOneTooMany, until: current.until, giveBack };
  }
}

const refusal = sentence('limits.unknownCredentials');
