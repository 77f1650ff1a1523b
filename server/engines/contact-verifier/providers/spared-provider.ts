import { BoundedMap } from '../../../platform/bounded-map.ts';
import type { Clock } from '../../../platform/clock.ts';
import { askProvider, type ProviderAnswer, type ProviderQuestion } from './ask-provider.ts';
import { FairRoom, type RoomShare } from './fair-room.ts';
import {
  isTrouble,
  mayBeOfTheDomain,
  ProviderPauses,
  type Round,
  shortestPauseSeconds,
} from './provider-pauses.ts';

/**
 * Queries a provider, or answers `spared` without a query. Never rejects; ends within a minute plus the time limits.
 */
export type AskProvider = (question: ProviderQuestion) => Promise<ProviderAnswer>;

/** Whether a provider is currently queried, for the operator. */
export interface ProviderStanding {
  readonly isAsked: boolean;
  /** For how long it is paused; 0 when it is not. */
  readonly pauseSeconds: number;
}

export interface SparingOptions {
  readonly clock: Clock;
  /** Called when the provider is paused, and when it answers again. */
  readonly onChange?: (standing: ProviderStanding) => void;
  /** Default: queries over HTTP. */
  readonly ask?: AskProvider;
  /** How long a query waits for its turn; default: a minute. */
  readonly patienceMs?: number;
  /**
   * A query that a working provider answers on its own, without contacting anyone: it tells a provider that hangs from
   * domains that keep it waiting.
   */
  readonly control?: ProviderQuestion;
}

/** Concurrent queries: a burst of leads must not all wait for a provider that hangs. */
const mostAtOnce = 16;
/** Of these, about leads of one organization, and about addresses of one domain that may keep the provider waiting. */
const mostOfOrganization = 6;
const mostOfDomain = 2;
/** Organizations whose troubles are remembered; the one whose first trouble is oldest is evicted. */
const mostOrganizations = 10_000;
const defaultPatienceMs = 60_000;

/**
 * A circuit breaker shared by all callers of one provider: pauses it while it hangs or refuses (no answer in time, no
 * connection, 429, 5xx), so that it does not hold up the checks of other leads. After a pause one query is the trial;
 * each pause is longer, up to half an hour, and never shorter than its `Retry-After`. A skipped query says nothing
 * about the contact and is repeated later (CV-4).
 *
 * Anyone can send leads with addresses at their own domains that keep the provider waiting. So queries about one domain
 * count once, however many; troubles with the leads of one organization count once for the others, and pause only that
 * organization; and after a few seconds the control query settles whose fault it is. Each organization has its share of
 * the concurrent queries, and each domain a smaller one.
 */
export function sparingProvider(options: SparingOptions): AskProvider {
  const { ask = askProvider, patienceMs = defaultPatienceMs, control } = options;
  const standings = new ProviderStandings(options);
  const room = new FairRoom(mostAtOnce);

  /** Sends the control query after a pause; false: the provider is in trouble, or others are finding out. */
  async function passesControl(turn: Turn): Promise<boolean> {
    if (!turn.isTrial || !control) return true;
    const answer = await ask(control);
    turn.noteControl(answer);
    return !isTrouble(answer);
  }

  async function askInTurn(question: ProviderQuestion): Promise<ProviderAnswer> {
    const turn = standings.begin(question);
    if (!turn || !(await passesControl(turn))) return spared(standings.secondsLeft(question));
    // When the control query ended the pause, the query begins a new round.
    const going = turn.isTrial && control ? standings.begin(question) : turn;
    if (!going) return spared(standings.secondsLeft(question));
    const answer = await ask(question);
    going.note(answer);
    return answer;
  }

  return async (question) => {
    // Nobody queues for a paused provider.
    if (standings.secondsLeft(question) > 0) return spared(standings.secondsLeft(question));
    const shares = sharesOf(question);
    if (!(await room.enter(shares, patienceMs))) return spared(0);
    try {
      return await askInTurn(question);
    } finally {
      room.leave(shares);
    }
  };
}

function spared(secondsLeft: number): ProviderAnswer {
  return { kind: 'spared', retryAfterSeconds: Math.max(shortestPauseSeconds, Math.ceil(secondsLeft)) };
}

type Origin = Pick<ProviderQuestion, 'about' | 'organizationId'>;

function sharesOf({ about, organizationId }: Origin): RoomShare[] {
  const shares: RoomShare[] = [];
  if (organizationId !== undefined)
    shares.push({ of: organizationName(organizationId), most: mostOfOrganization });
  if (about !== undefined) shares.push({ of: domainName(about), most: mostOfDomain });
  return shares;
}

const organizationName = (id: string) => `organization ${id}`;
const domainName = (domain: string) => `domain ${domain}`;

/** A query that may be sent. */
interface Turn {
  /** It is the first one after a pause. */
  readonly isTrial: boolean;
  /** Records its outcome. */
  note(answer: ProviderAnswer): void;
  /** Records the outcome of the control query, which is the same for everyone. */
  noteControl(answer: ProviderAnswer): void;
}

/** Whether a provider may be queried: at all, and about the leads of an organization. */
class ProviderStandings {
  private readonly forAll: ProviderPauses;
  private readonly organizations = new BoundedMap<string, ProviderPauses>(mostOrganizations);
  private readonly pausesOptions: { readonly clock: Clock; readonly hasControl: boolean };

  constructor({ clock, control, onChange }: SparingOptions) {
    this.pausesOptions = { clock, hasControl: control !== undefined };
    this.forAll = new ProviderPauses({ ...this.pausesOptions, ...(onChange ? { onChange } : {}) });
  }

  secondsLeft({ organizationId }: Origin): number {
    return Math.max(this.forAll.secondsLeft(), this.ownOf(organizationId)?.secondsLeft() ?? 0);
  }

  /** Undefined: the provider is paused. */
  begin(origin: Origin): Turn | undefined {
    if (this.secondsLeft(origin) > 0) return undefined;
    const round = this.forAll.begin();
    if (!round) return undefined;
    const { organizationId } = origin;
    const ownRound = this.ownOf(organizationId)?.begin();
    return {
      isTrial: round.isTrial || ownRound?.isTrial === true,
      note: (answer) => this.note(origin, answer, { round, ownRound }),
      noteControl: (answer) => {
        this.ownOf(organizationId)?.endDoubt();
        if (isTrouble(answer)) this.forAll.leaveAlone(answer);
        else this.forAll.endDoubt();
      },
    };
  }

  private note(
    { about, organizationId }: Origin,
    answer: ProviderAnswer,
    { round, ownRound }: { readonly round: Round; readonly ownRound: Round | undefined },
  ): void {
    if (about === undefined || !mayBeOfTheDomain(answer)) {
      this.forAll.note(round, answer, []);
      const isAnswer = !isTrouble(answer) && answer.kind !== 'cancelled';
      if (organizationId !== undefined && isAnswer) this.organizations.delete(organizationId);
      return;
    }
    const domain = domainName(about);
    if (organizationId === undefined) {
      this.forAll.note(round, answer, [domain]);
      return;
    }
    this.forAll.note(round, answer, [domain, organizationName(organizationId)]);
    this.ownOrNew(organizationId).note(ownRound ?? { number: 0, isTrial: false }, answer, [domain]);
  }

  private ownOf(organizationId: string | undefined): ProviderPauses | undefined {
    return organizationId === undefined ? undefined : this.organizations.get(organizationId);
  }

  private ownOrNew(organizationId: string): ProviderPauses {
    const own = this.ownOf(organizationId) ?? new ProviderPauses(this.pausesOptions);
    if (!this.organizations.has(organizationId)) this.organizations.set(organizationId, own);
    return own;
  }
}
