import type { ContactCheckSettings } from '../../../platform/config.ts';
import { twilioAddress, vonageAddress } from '../phone/providers.ts';
import { askProvider, type ProviderAnswer } from '../providers/ask-provider.ts';

/** Whether a provider of contact checks answers, in words. */
export interface ProviderLook {
  readonly name: string;
  readonly answers: boolean;
  readonly says: string;
}

const timeoutMs = 5000;

/**
 * Pings each provider that the settings name, free of charge and without sending anyone's data: whether it answers
 * within five seconds, not whether it accepts our credentials.
 */
export async function lookAtProviders(settings: ContactCheckSettings): Promise<ProviderLook[]> {
  const { emailMode, verifierUrl, twilio, vonage } = settings;
  const looks: Promise<ProviderLook>[] = [];
  if (emailMode === 'provider' && verifierUrl !== undefined)
    looks.push(knock('Email verifier', 'email addresses', verifierUrl));
  if (twilio) looks.push(knock('Twilio Lookup', 'phone numbers', twilioAddress));
  else if (vonage) looks.push(knock('Vonage Identity Insights', 'phone numbers', vonageAddress));
  return Promise.all(looks);
}

async function knock(name: string, what: string, url: string): Promise<ProviderLook> {
  const trouble = troubleOf(await askProvider({ url, method: 'GET', headers: {}, timeoutMs }));
  if (trouble === null) return { name, answers: true, says: 'answers' };
  return { name, answers: false, says: `${trouble}; ${what} stay Unknown until it does` };
}

/** Any answer except that of a server in trouble will do: the path we request exists at no provider. */
function troubleOf(answer: ProviderAnswer): string | null {
  if (answer.kind === 'timeout') return `does not answer within ${timeoutMs / 1000} seconds`;
  if (answer.kind === 'no-connection') return 'cannot be reached';
  if (answer.kind === 'refused' && answer.status >= 500) return `does not work (status ${answer.status})`;
  return null;
}
