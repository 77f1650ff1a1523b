import { Panel } from '../../../ui/index.ts';
import classes from './quality.module.css';

/** What no rating may know (LQ-3). */
export function NeverSeenPanel() {
  return (
    <Panel title="What ratings never look at">
      <ul className={classes.never}>
        <li>Names of people and companies</li>
        <li>Email addresses and phone numbers</li>
        <li>Gender and age</li>
        <li>The words of notes</li> <li>The words of messages, except to spot spam</li>
      </ul>
      <p className={`ll-note ${classes.intro}`}>
        A rating uses only what such details say about the request: whether a company and a last name were
        given, what kind of address it is and whether its domain matches the company, whether the address and
        the number are valid, how senior the job title is, and how long the message is. These facts are
        recorded when the lead comes in. Nothing that happens later changes the rating, unless the address
        turns out to be spam.
      </p>
    </Panel>
  );
}
