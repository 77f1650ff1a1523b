/** Texts around the sections of the settings. */
export const english = {
  sectionTitle: '{section} · Settings',
  back: 'All settings',
  owner: {
    installation: 'Whole installation',
  },
  missing: {
    title: 'This section doesn’t exist',
    hint: 'Choose a section from the list.',
  },
  forbidden: {
    calendar: {
      title: 'Your role can’t have a calendar link',
      whoCan: 'People who work on leads can see in their calendar when leads are due.',
    },
    exports: {
      title: 'Your role can’t export leads',
      whoCan: 'A Referrals admin of your organization can export leads.',
    },
    'reply-templates': {
      title: 'Your role can’t reply to leads',
      whoCan: 'People who work on leads can write templates for their replies.',
    },
    people: {
      title: 'Your role can’t manage people',
      whoCan: 'An Account admin of your whole organization can invite people and change their roles.',
    },
    'sharing-leads': {
      title: 'Your role can’t share out leads',
      whoCan: 'A Referrals admin of your whole organization can set rules, and hand over leads.',
    },
    'api-tokens': {
      title: 'Your role can’t manage API tokens',
      whoCan: 'An Account admin of your organization can create and delete API tokens.',
    },
    'marketplace-endpoints': {
      title: 'Your role can’t manage marketplace endpoints',
      whoCan:
        'An Account admin or a Referrals admin of your whole organization can manage marketplace endpoints.',
    },
    'contact-sharing': {
      title: 'Your role can’t see what partners share with the operator',
      whoCan: 'Here, partners decide whether the operator can see their leads’ contacts.',
    },
    'access-log': {
      title: 'Your role can’t read the access log',
      whoCan: 'An Account admin of your organization can read the access log.',
    },
    'lead-rating': {
      title: 'Your role can’t see lead rating',
      whoCan:
        'A Referrals admin of your whole organization or an Operator admin can see how leads are rated.',
    },
    'lead-periods': {
      title: 'Your role can’t change deadlines and retention',
      whoCan: 'An Operator admin of the installation can change deadlines and retention.',
    },
    'spam-lists': {
      title: 'Your role can’t change the spam lists',
      whoCan: 'An Operator admin of the installation can change the spam lists.',
    },
    vocabularies: {
      title: 'Your role can’t change vocabularies',
      whoCan: 'An Operator admin of the installation can change vocabularies.',
    },
  },
} as const;
