import { Panel } from '../../ui/index.ts';
import classes from './quality.module.css';

/** What no rating may know (LQ-3). */
export function NeverSeenPanel() {
  return (
    <Panel title="What is never looked at">
      <ul className={classes.never}>
        <li>Names of people and companies</li>
        <li>E-mail addresses and phone numbers</li>
        <li>Gender and age</li>
        <li>The words of messages and notes</li>
      </ul>
      <p className={classes.intro}>
        A rating knows only what such details say about the request: whether a company and a last name were
        given, what kind of address it is and whether its domain fits the company, whether address and number
        were found valid, the position that a job title names, and how long the message is. It is written down
        when the lead comes in. Nothing that happens later changes it, except that an address turns out to be
        spam.
      </p>
    </Panel>
  );
}
