import { customerUntoldReasons, untoldReasons } from '../../../contract/mail/lists.ts';
import type { Sentence } from '../../../contract/sentences.ts';
import { word } from '../../platform/texts.ts';
import { sentence } from './catalogue.ts';

/** Why someone was not notified, in words that follow "Not sent: " or "Not emailed: ". */
export function wordUntold(reason: string): Sentence {
  const known = untoldReasons.find((one) => one === reason);
  if (known) return word(`untold.${known}`);
  const ofCustomer = customerUntoldReasons.find((one) => one === reason);
  return ofCustomer ? word(`customerUntold.${ofCustomer}`) : sentence('untoldForNoReason');
}
