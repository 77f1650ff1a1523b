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

/** Asks a provider, or answers `spared` without asking. Never rejects; ends within a minute and the time limits. */
export type AskProvider = (question: ProviderQuestion) => Promise<ProviderAnswer>;

/** Whether a provider is asked at the moment, for the operator. */
export interface ProviderStanding {
  readonly isAsked: boolean;
  /** For how long it is left alone; 0 when it is asked. */
  readonly pauseSeconds: number;
}

export interface SparingOptions {
  readonly clock: Clock;
  /** Told when the provider begins to be left alone, and when it answers again. */
  readonly onChange?: (standing: ProviderStanding) => void;
  /** Default: asks over HTTP. */
  readonly ask?: AskProvider;
  /** How long a question waits for its turn; default: a minute. */
  readonly patienceMs?: number;
  /**
   * A question that a provider which works answers by itself, without asking anybody: it tells a provider that hangs
   * from domains that keep it waiting.
   */
  readonly control?: ProviderQuestion;
}

/** Questions at once: a burst of leads must not all wait for a provider that hangs. */
const mostAtOnce = 16;
/** Of these, about leads of one organization, and about addresses of one domain that may keep the provider waiting. */
const mostOfOrganization = 6;
const mostOfDomain = 2;
/** Organizations whose troubles are remembered; the one that had its first longest ago is forgotten. */
const mostOrganizations = 10_000;
const defaultPatienceMs = 60_000;

/**
 * Asks one provider for all who need it, and leaves it alone while it hangs or refuses (no answer in time, no
 * connection, 429, 5xx), so that it does not hold up the checks of other leads. After a pause one question tries it;
 * each pause is longer, up to half an hour, and never shorter than its `Retry-After`. What was not asked says nothing
 * about the contact and is asked later (CV-4).
 *
 * Anybody can send leads with addresses at domains of their own that keep the provider waiting. So however many there
 * are of one domain, they count once; troubles with the leads of one organization count once for the others, and leave
 * only that organization waiting; and after a few seconds the control question settles whose fault it is. Of the
 * questions at once each organization has its share, and each domain a smaller one.
 */
export function sparingProvider(options: SparingOptions): AskProvider {
  const { ask = askProvider, patienceMs = defaultPatienceMs, control } = options;
  const standings = new ProviderStandings(options);
  const room = new FairRoom(mostAtOnce);

  /** After a pause; false: the provider is in trouble, or others are finding out. */
  async function passesControl(turn: Turn): Promise<boolean> {
    if (!turn.isTrial || !control) return true;
    const answer = await ask(control);
    turn.noteControl(answer);
    return !isTrouble(answer);
  }

  async function askInTurn(question: ProviderQuestion): Promise<ProviderAnswer> {
    const turn = standings.begin(question);
    if (!turn || !(await passesControl(turn))) return spared(standings.secondsLeft(question));
    // What the control question ended is a new beginning.
    const going = turn.isTrial && control ? standings.begin(question) : turn;
    if (!going) return spared(standings.secondsLeft(question));
    const answer = await ask(question);
    going.note(answer);
    return answer;
  }

  return async (question) => {
    // Nobody stands in line for a provider that is left alone.
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

/** A question that may go out. */
interface Turn {
  /** It is the first one after a pause. */
  readonly isTrial: boolean;
  /** What came of it. */
  note(answer: ProviderAnswer): void;
  /** What came of the control question, which is the same for everybody. */
  noteControl(answer: ProviderAnswer): void;
}

/** Whether a provider may be asked: at all, and about the leads of an organization. */
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

  /** Undefined: the provider is left alone. */
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
