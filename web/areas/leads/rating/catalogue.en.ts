/** What the model card says: what rates leads, how well, and by what. */
export const english = {
  forbidden: 'Your role can’t see lead rating',
  basis: {
    names: {
      organization: 'Learned from your leads',
      pooled: 'Learned from all partners',
      prior: 'Starting values',
    },
    noneBetter: 'Based on typical leads: no model trained so far was better.',
    pooledForOperator:
      'Learned from {rows} leads of all partners, {won} of them won. Used for partners with too few outcomes of their own.',
    inUseSince: 'In use since',
    beginning: 'Installation',
    shareWon: 'Share won',
    assumedShareWon: 'Assumed share won',
    endings: 'How they ended',
  },
  ratings: {
    chance: 'Chance of a deal',
    range: {
      from: '{share} or more',
      between: '{low} to {high}',
      below: 'below {share}',
    },
    whatToDo: 'What to do',
    advice: {
      High: 'Call right away',
      Medium: 'Call next',
      Low: 'Check last',
    },
    won: 'Won in testing',
    wonOf: '{won} of {all}',
    noLeads: 'No leads with this rating',
    note: 'Thresholds balance wasted calls against missed deals. A lead is always Low if its address is known for spam or its message reads like spam.',
  },
  metrics: {
    measuredOn:
      'Measured on {rows} leads{dated, select, yes { received <period></period>} other {}}, {won} of them won ({share}). The model didn’t know how they ended while it was learning.',
    caution:
      'Only {count} of these leads {kind, select, won {were won} other {weren’t won}}, so these figures are a first indication. They can change a lot with the next training.',
    verdicts: {
      good: 'Good',
      fair: 'Fair',
      weak: 'Weak',
    },
    onlyOneKind: 'Can’t be measured: all of these leads ended the same way.',
    rocAuc: {
      title: 'Does it tell good leads from others?',
      name: 'ROC AUC',
      compared: 'Of 100 pairs of a won lead and another, it ranked {count} correctly. A coin toss gets 50.',
      meaning:
        'How often a lead that was won ranked above one that wasn’t: {always} means always, and {good} or more is good for leads.',
    },
    prAuc: {
      title: 'Are the top-ranked leads worth it?',
      name: 'PR AUC',
      compared: 'Working through the leads in random order would give {baseRate}, the overall share won.',
      meaning:
        'The share of top-ranked leads that were won, averaged over every lead that was won. The further above the overall share won, the better.',
    },
    brier: {
      title: 'Does it beat guessing the same for every lead?',
      name: 'Brier score',
      compared:
        'Guessing {share} for every lead would give {score}; this is {size} {isBetter, select, yes {better} other {worse, so it adds nothing}}.',
      meaning:
        'How far the predicted chances were from what happened, squared. Lower is better; 0 is perfect.',
    },
    calibration: {
      title: 'Are the predicted chances right?',
      name: 'Calibration error',
      compared: 'With this many leads, even perfect predictions would be off by about {points} by chance.',
      meaning:
        'The average gap between the predicted chance and the share won, in percentage points. Below 5 is good.',
    },
    points: '{count, plural, one {{shown} point} other {{shown} points}}',
  },
  notMeasured: {
    operatorOnly: {
      title: 'Only the operator sees these figures',
      text: 'Your leads are rated by a model trained on the leads of all partners. Once you have {count} won leads and {count} others, we train your own model and show its figures here.',
    },
    notYet: {
      title: 'This model hasn’t been measured',
      text: 'Every lead with a known outcome was used to train it. We measure again after tonight’s training.',
    },
    noneBetter: {
      title: 'Still using starting values',
      text: 'There are enough outcomes to learn from, but no model has done as well as the starting values yet. The training history shows why. We try again every night. Starting values aren’t measured.',
    },
    tooFew: {
      title: 'Nothing to measure yet',
      need: 'We need {count} leads that were won and {count} that were lost, declined, expired or reported as spam, {who, select, operator {across all partners} other {from you or across all partners}}.',
      training:
        'Then we train a model overnight. It replaces the starting values if it does at least as well on leads it hasn’t seen.',
    },
  },
  reliability: {
    title: 'Predicted and actual',
    diagram:
      'Reliability diagram: the predicted chance against the share won, for {count, plural, one {1 group} other {{shown} groups}} of leads. The table has the numbers.',
    horizontal: 'Predicted chance',
    vertical: 'Share won',
    point: '{predicted} predicted, {won} of {rows} leads won',
    howToRead:
      'Each point is a group of leads with about the same predicted chance. The horizontal axis is that chance, the vertical axis the share that was won. The bars show where the true share most likely lies, given the number of leads ({level}).',
    dashedLine:
      'On the dashed line, the prediction was exact. Above it, the model was too cautious; below it, too optimistic.',
    allMatch: 'All groups match the predictions, allowing for chance.',
    someMatch:
      '{matching} of {count, plural, one {1 group matches} other {{shown} groups match}} the predictions, allowing for chance.',
    widestGap: 'The widest gap is {points}: {predicted} predicted, {won} won.',
    showTable: 'Show as a table',
    table: {
      predicted: 'Predicted',
      won: 'Won',
      likely: 'Likely ({level})',
      leads: 'Leads',
    },
  },
  features: {
    title: 'What moves ratings the most',
    feature: 'Detail',
    effect: 'Moves the odds by',
    raises: 'Raises',
    lowers: 'Lowers',
    noneStandsOut: 'None stands out',
    assumed: 'These are assumptions, not learned from leads.',
    note: 'The factor shows how much each detail typically moves the odds of a deal, up or down. It shows what goes together, not what causes a deal.',
    names: {
      receivedHours: 'Time of day',
      receivedWeekday: 'Day of the week',
      titleSeniority: 'Seniority',
      messageLength: 'Message length',
      emailDomainKind: 'Email address type',
      domainFitsCompany: 'Email domain and company',
      contactAllowed: 'Consent to be contacted',
      repeatLead: 'Repeat request',
      hot: 'Asked for direct contact',
    },
    values: {
      high: 'High values',
      low: 'Low values',
      given: 'Given',
      hours: '{from}–{to} UTC',
      leadSource: {
        other: 'No storefront',
      },
      titleSeniority: {
        executive: 'Runs the company',
        director: 'Runs part of the company',
        manager: 'Manager',
        assistant: 'Assistant',
        trainee: 'Student or trainee',
        other: 'No leadership role',
        none: 'No job title',
      },
      messageLength: {
        short: 'Very short',
        medium: 'Short but meaningful',
        long: 'Detailed',
        'very-long': 'Very long',
      },
      emailDomainKind: {
        company: 'Company address',
        freemail: 'Free email service',
        disposable: 'Disposable',
        none: 'No address',
      },
      noAddress: 'No address',
      noNumber: 'No number',
      domainFitsCompany: {
        yes: 'Match',
        no: 'Don’t match',
        missing: 'Can’t be compared',
      },
      repeatLead: {
        yes: 'Asked before',
        no: 'First time',
      },
    },
  },
  neverSeen: {
    title: 'What ratings never look at',
    names: 'Names of people and companies',
    addresses: 'Email addresses and phone numbers',
    genderAndAge: 'Gender and age',
    notes: 'The text of notes',
    messages: 'The text of messages, except to spot spam',
    whatIsUsed:
      'A rating uses only what such details say about the request: whether a company and a last name were given, what kind of address it is and whether its domain matches the company, whether the address and the number are valid, how senior the job title is, and how long the message is. These facts are recorded when the lead comes in. Nothing that happens later changes the rating, unless the address turns out to be spam.',
  },
  trainings: {
    title: 'Training history',
    none: 'No training yet.',
    noneOfYours:
      'No model has been trained on your leads yet. That takes {count} leads that were won and {count} that weren’t.',
    inUse: 'In use',
    notUsed: 'Not used',
    notUsedHint: 'This model was never used',
    replaced: 'Replaced',
    replacedHint: 'A later model replaced this one',
    note: 'We train every night once there are enough outcomes. A new model is used only if it does at least as well as the current one on leads that neither has seen. Log loss measures how much the outcomes surprised a model: lower is better.',
  },
} as const;
