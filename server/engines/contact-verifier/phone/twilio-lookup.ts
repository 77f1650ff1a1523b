import { z } from 'zod';
import { askProvider } from '../providers/ask-provider.ts';
import type { AskProvider } from '../providers/spared-provider.ts';
import { askJson } from './ask-json.ts';
import {
  mobileLine,
  type PhoneReachability,
  providerAddress,
  type Reachability,
  silent,
} from './reachability.ts';

export interface TwilioLookupOptions {
  /** Default: the public API; another address is for tests. */
  readonly baseUrl?: string;
  /** An account SID with its token, or an API key with its secret. */
  readonly accountSid: string;
  readonly authToken: string;
  readonly timeoutMs: number;
  /** Default: every query is sent. */
  readonly ask?: AskProvider;
}

/** We read only the part of the answer that decides; the documentation capitalizes the values, the API does not. */
const answerSchema = z.object({
  line_status: z
    .object({ status: z.string().nullish(), error_code: z.union([z.number(), z.string()]).nullish() })
    .nullish(),
  line_type_intelligence: z.object({ type: z.string().nullish() }).nullish(),
});
type Answer = z.infer<typeof answerSchema>;

const hourSeconds = 3600;
/** The public API. */
export const twilioAddress = 'https://lookups.twilio.com';

/**
 * Twilio Lookup v2, package Line Status (twilio.com/docs/lookup/v2-api/line-status): what the mobile network's register
 * says about the subscriber. Where the plan cannot tell mobile from fixed lines, the line's type is queried as well,
 * because a fixed line is inactive on every mobile network.
 * @throws ConfigError for an address that is not https
 */
export function createTwilioLookup(options: TwilioLookupOptions): PhoneReachability {
  const base = providerAddress(options.baseUrl ?? twilioAddress);
  const credentials = Buffer.from(`${options.accountSid}:${options.authToken}`).toString('base64');
  const headers = { accept: 'application/json', authorization: `Basic ${credentials}` };
  return {
    name: 'Twilio Lookup',
    mobileOnly: true,
    async check(e164, signal, organizationId) {
      const fields = mobileLine(e164) === 'unclear' ? 'line_status,line_type_intelligence' : 'line_status';
      const url = new URL(`/v2/PhoneNumbers/${encodeURIComponent(e164)}`, base);
      url.searchParams.set('Fields', fields);
      const { timeoutMs, ask = askProvider } = options;
      const answer = await askJson(
        { name: 'Twilio Lookup', ask },
        { url, method: 'GET', headers, timeoutMs, signal, organizationId },
      );
      if (!answer.answered) return answer.silence;
      const read = answerSchema.safeParse(answer.value);
      return read.success ? whatItMeans(read.data) : unexpected();
    },
  };
}

function unexpected(): Reachability {
  return silent('unexpected-answer', 'Twilio Lookup answered in a form that we do not know.', hourSeconds);
}

/** “Personal” and non-fixed VoIP numbers are on mobile networks or none; the register may know them. */
const fixedTypes = new Set([
  'landline',
  'fixedvoip',
  'tollfree',
  'premium',
  'sharedcost',
  'uan',
  'voicemail',
]);

function whatItMeans(answer: Answer): Reachability {
  const status = answer.line_status;
  if (!status || (status.error_code ?? null) !== null)
    return silent('no-line-status', 'Twilio Lookup could not establish the state of the line.', hourSeconds);
  switch (status.status?.toLowerCase()) {
    case 'reachable':
      return { status: 'reachable', code: 'reachable', detail: 'The phone is registered and connected.' };
    case 'active':
      return { status: 'reachable', code: 'active', detail: 'The number is registered and in use.' };
    case 'unreachable':
      return silent(
        'unreachable-now',
        'The number is registered, but the phone is switched off.',
        6 * hourSeconds,
      );
    case 'inactive':
      return inactive(answer.line_type_intelligence ?? null);
    default:
      return silent('unknown', 'The network did not say whether the number is in use.', hourSeconds);
  }
}

function inactive(line: { type?: string | null | undefined } | null): Reachability {
  if (line !== null && !line.type)
    return silent('line-type-unknown', 'Twilio Lookup could not tell what kind of line it is.', hourSeconds);
  if (fixedTypes.has(line?.type?.toLowerCase() ?? ''))
    return silent('not-mobile', 'It is not a mobile number, and Twilio Lookup knows no others.', null);
  return { status: 'inactive', code: 'inactive', detail: 'No subscriber has this number.' };
}
