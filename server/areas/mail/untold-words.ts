import { customerUntoldReasons, untoldReasons } from '../../../contract/mail/lists.ts';
import { words } from '../../../contract/words.ts';

/** Why someone was not notified, in words that follow "Not sent: " or "Not emailed: ". */
export function wordUntold(reason: string): string {
  const known = untoldReasons.find((one) => one === reason);
  if (known) return words.untold[known];
  const ofCustomer = customerUntoldReasons.find((one) => one === reason);
  return ofCustomer ? words.customerUntold[ofCustomer] : 'no reason was recorded';
}
