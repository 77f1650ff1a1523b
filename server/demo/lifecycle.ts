import { declineReasons, errorReasons, type LeadState } from '../../contract/leads/lists.ts';
import { asActor, changed, moved, systemActor } from './history.ts';
import type { Random } from './random.ts';
import { answerAt, answeringColleague, deadline, expiryHours, type Outcome, type Story } from './story.ts';
import { declineNotes } from './texts/english.ts';
import { day, hour } from './time.ts';
import { work } from './working.ts';

/**
 * A plausible state for a lead of that age.
 * @param merit how promising it is, in log-odds around 0: the more promising, the more often won
 */
export function chooseState(age: number, merit: number, random: Random): LeadState {
  const weights = age < expiryHours * hour ? youngWeights(age) : oldWeights(age);
  return random.weighted(weights, ([state, weight]) => weight * Math.exp(merit * (pull[state] ?? 0)))[0];
}

/** How strongly merit attracts a lead to a state, or repels it. */
const pull: Partial<Record<LeadState, number>> = { Won: 1, Lost: -0.3, Declined: -0.7, Expired: -0.4 };

function youngWeights(age: number): [LeadState, number][] {
  if (age < 8 * hour) return [['Received', 1]];
  const hasTime = age > 5 * day ? 1 : 0;
  return [
    ['Received', 56],
    ['Accepted', 26],
    ['Declined', 9],
    ['ClosedAsError', 2],
    ['Won', 3 * hasTime],
    ['Lost', 4 * hasTime],
  ];
}

function oldWeights(age: number): [LeadState, number][] {
  return [
    ['Accepted', age < 75 * day ? 34 : 9],
    ['Won', 14],
    ['Lost', 24],
    ['Declined', 14],
    ['Expired', 13],
    ['ClosedAsError', 4],
  ];
}

/** Plays out what led to the state: columns, team and events agree. */
export function play(state: LeadState, story: Story): Outcome {
  if (state === 'Received') return { columns: {}, team: [] };
  if (state === 'Expired') return expire(story);
  if (state === 'Declined') return decline(story);
  if (state === 'ClosedAsError') return closeAsError(story);
  return work(state, story);
}

function expire(story: Story): Outcome {
  const at = story.history.add('lead.expired', deadline(story), systemActor, [moved('Received', 'Expired')]);
  return { columns: { closed_at: at }, team: [] };
}

/** What is known for spam is declined as that, and so reported. */
function decline(story: Story): Outcome {
  const { random, history, customer } = story;
  const isSpam = customer.emailKind === 'Spam';
  const reason = isSpam ? 'SpamOrAbuse' : random.pick(declineReasons.filter((one) => one !== 'SpamOrAbuse'));
  const notes = reason === 'Other' || random.chance(0.5) ? random.pick(declineNotes) : null;
  const changes = [moved('Received', 'Declined'), changed('declineReason', null, reason)];
  const actor = asActor(answeringColleague(story));
  const at = history.add('lead.declined', answerAt(story), actor, changes, notes);
  if (isSpam) history.note('lead.reported-as-spam', actor);
  return { columns: { decline_reason: reason, closing_notes: notes, closed_at: at }, team: [] };
}

function closeAsError(story: Story): Outcome {
  const { random, history, duplicateOf } = story;
  const possible = errorReasons.filter((reason) => reason !== 'Duplicate' && reason !== 'Test');
  const reason = duplicateOf ? 'Duplicate' : random.pick(possible);
  const notes = reason === 'Other' ? 'A student project, no company behind it.' : null;
  const changes = [moved('Received', 'ClosedAsError'), changed('errorReason', null, reason)];
  const actor = asActor(answeringColleague(story));
  const at = history.add('lead.closed-as-error', answerAt(story), actor, changes, notes);
  return {
    columns: {
      error_reason: reason,
      closing_notes: notes,
      closed_at: at,
      duplicate_of_lead_id: duplicateOf,
    },
    team: [],
  };
}
