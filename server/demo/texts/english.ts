import type { ActivityKind, ActivityOutcome } from '../../../contract/leads/lists.ts';

/** What customers ask about single offers; `{company}` is filled in. */
export const offerMessages: Readonly<Record<string, readonly string[]>> = {
  'contoso.backup-suite': [
    'We run about 140 virtual machines and still back them up to tape. Last month a restore took three days, which was a wake-up call. Could someone walk us through your pricing and how long the first full backup usually takes?',
    'Our insurer now asks for immutable backups kept in a second region. We have 22 TB on two file servers plus a SQL cluster. Please call me in the morning, I am usually at my desk before ten.',
    'Does the suite cover mailboxes and shared drives as well? We are 85 people, mostly on laptops, and our current contract ends in eight weeks.',
    'We were hit by ransomware at a sister company and the board wants a proposal before the end of the quarter. Looking for protection of 60 servers, with a tested recovery plan.',
  ],
  'contoso.cloud-migration': [
    'Our data centre lease ends next spring and we have roughly 300 workloads to move. We need an honest assessment of what should be migrated, rebuilt or switched off. What would the first four weeks with you look like?',
    'We tried to move our ERP ourselves and got stuck on latency to the plant. Is this something your assessment covers? Happy to share our inventory under an NDA.',
    'Please send references of similar size. {company} has 1,200 employees and two aging data rooms; we would like to be out of both within 18 months.',
  ],
  'contoso.factory-monitor': [
    'We have 46 injection moulding machines of four different makes and no common view of downtime. Can Factory Monitor read OPC UA and the older serial controllers? A pilot on one line would be ideal.',
    'Our maintenance team writes everything on paper. We would like alerts on vibration and temperature for 12 compressors. How much of the sensor hardware do you supply?',
    'Interested in energy monitoring per machine, as our customer asks for carbon figures per part. Could we see a demo with data from a plant like ours?',
  ],
  'fabrikam.3701c77e-1cfa-4c56-91e6-3ed0b6221450': [
    'We have 38 engineers on the road and plan them with a whiteboard and a group chat. Looking for scheduling, parts and job sheets in one app that also works in basements without signal.',
    'Does Field Service link to our accounting package? We invoice about 900 jobs a month and retype every single one of them today.',
    'We maintain lifts in four counties and must prove every inspection. Please show us how certificates and photos are stored, and what it costs for 25 users.',
  ],
  'fabrikam.care-scheduler': [
    'We provide home care to around 400 clients and lose hours every week re-planning when someone calls in sick. Can Care Scheduler match carers by language and skills?',
    'Our regulator wants proof of visit times. We would need about 120 carers and 9 planners on the system. Is there training for staff who are not comfortable with phones?',
    'Currently on spreadsheets, moving to two more towns in the autumn. We would like a demo for our operations manager and one of our senior carers.',
  ],
};

/** What customers ask in general; `{topic}` is the offer or what the profile is about. */
export const generalMessages: readonly string[] = [
  'Hello, we came across {topic} while comparing providers and would like to understand how licensing works for about 50 users. We are aiming for a decision within six weeks. Could you suggest a time for a call?',
  'We are looking for a partner who can help with {topic}. Our team is small, so we need someone who takes care of the set-up and stays reachable afterwards. Budget is approved.',
  'Could you tell me whether {topic} would work for a group of three companies with separate books? A short answer by e-mail is fine for now.',
  'I saw your page and liked the case study. {company} has two sites and about 200 employees. What would a first project around {topic} cost, roughly?',
  'We need to replace our current supplier by the end of the year and {topic} looks like a good fit. Please let me know who covers our region.',
];

/** What a customer writes with a trial, a test drive or a purchase that requires nothing of the partner. */
export const informationalMessages: readonly string[] = [
  'Started from the listing page.',
  'Evaluating for our operations team.',
  'Trying this out for a colleague in finance before we ask for a quote.',
];

/** What sellers write about a customer they spoke with. */
export const sellerMessages: readonly string[] = [
  'Met {contact} at their site last week. {company} wants to start with {topic} in one department and roll out if the numbers hold. Decision maker is the finance director; budget is set aside for this fiscal year.',
  'Long-standing customer of ours, about 600 seats. They asked us who can deliver {topic} and I recommended you. Please reach out within two days and mention my name.',
  'Qualified by phone: need is clear, timeline is the next quarter, two competitors are in the running. {contact} prefers a video call in the afternoon. They care most about support in their own language.',
  'The renewal at {company} is due soon and the customer is open to adding {topic}. Expect a short tender with three bidders. Let me know if you need an introduction to procurement.',
];

/** What marketers write about people who responded to a campaign. */
export const marketerMessages: readonly string[] = [
  '{contact} attended our webinar, stayed to the end and downloaded the planning guide on {topic}. Asked in the chat for a partner who knows their industry. Score 78 of 100.',
  'Came in through the spring campaign: three visits to the pricing page and a filled-in interest form for {topic}. {company} has around 250 employees. Not contacted by phone yet.',
  'Booth visit at the regional summit. {contact} is collecting quotes and agreed to be contacted by one partner. Main questions: data residency and exit terms.',
];

export const declineNotes: readonly string[] = [
  'They need on-site staff on the islands, which we cannot offer.',
  'Asked for a native mainframe connector. Pointed them to the directory.',
  'Spoke briefly; the project was handed to their parent company.',
  'Fully booked until the autumn, a later start was not possible for them.',
];

export const lostNotes: readonly string[] = [
  'They went with a local provider at about 20 % less. Good conversation; worth calling again next year.',
  'The steering group postponed the project without a new date.',
  'Single sign-on with their own directory was a must-have that we could not confirm in time.',
  'No answer to four calls and three e-mails after the second meeting.',
];

export const wonNotes: readonly string[] = [
  'Signed for three years with yearly billing. Kick-off is planned for next month.',
  'Started with one site; the second follows after the pilot.',
  'Won on response time and references. The customer agreed to be named.',
];

export const dealNotes: readonly string[] = [
  'Customer wants a fixed price and a go-live before the summer break. Technical contact is new, CFO signs.',
  'Needs a data processing agreement first. Two competitors are invited, we present second.',
  'Prefers a pilot with one team of ten. Success means half the manual work is gone after four weeks.',
  'Must integrate with their ERP. Asked for two references from the same industry.',
  'Wants billing through the marketplace so that it counts towards their commitment.',
  'Small budget this year, larger roll-out planned for the next one. Keep the first step simple.',
];

export const laterNotes: readonly string[] = [
  'Demo went well, they asked for a second one with the security team.',
  'Sent the revised offer with the three-year discount.',
  'Legal review started; expect an answer in two weeks.',
  'New stakeholder from procurement joined, repeated the business case.',
  'Pilot finished, feedback is positive apart from the import of old data.',
];

/** What an activity of the demo says. */
interface ActivityText {
  readonly kind: ActivityKind;
  readonly outcome: ActivityOutcome | null;
  readonly text: string;
}

/** What colleagues note about deals. */
export const activityTexts: readonly ActivityText[] = [
  {
    kind: 'call',
    outcome: 'reached',
    text: 'Walked through the requirements. They compare three vendors and decide within a month.',
  },
  { kind: 'call', outcome: 'no-answer', text: 'No answer, trying again tomorrow morning.' },
  {
    kind: 'call',
    outcome: 'left-message',
    text: 'Left a message with the assistant and asked for a call back.',
  },
  { kind: 'email', outcome: 'sent', text: 'Sent the price list and two references from the same industry.' },
  { kind: 'email', outcome: 'answered', text: 'They asked for a contract without the minimum term.' },
  {
    kind: 'meeting',
    outcome: 'held',
    text: 'Demo with the IT lead and two users. Questions about backup and about exports.',
  },
  { kind: 'meeting', outcome: 'postponed', text: 'Moved to next week, the CFO wants to join.' },
  {
    kind: 'note',
    outcome: null,
    text: 'Budget is approved for this quarter. The board only signs on Thursdays.',
  },
  {
    kind: 'note',
    outcome: null,
    text: 'The current contract ends in March, so nothing happens before that.',
  },
];

/** What is planned for deals. */
export const nextSteps: readonly string[] = [
  'Call about the offer',
  'Send the revised quote',
  'Ask whether the board has decided',
  'Prepare the demo',
  'Send the contract',
];

/** Templates that a partner shares. */
export const sharedTemplates: readonly { name: string; subject: string; text: string }[] = [
  {
    name: 'After a demo',
    subject: 'Thank you for your time',
    text: `Hello {{firstName}},

thank you for your time today. As agreed, I will send you a quote for {{offer}} by the end of the week.

Best regards
{{myName}}
{{myCompany}}`,
  },
];
