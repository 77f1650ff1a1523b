/** What is wrong with a profile, what would make it better, and errors. */
export const english = {
  problem: {
    noDescription: 'needs at least a sentence about what you do for customers',
    unknownTag: 'is not a value that customers can search for',
    retiredTag: 'is no longer offered: remove it, or choose what replaces it',
    twice: 'is there twice',
    comma: 'must not contain a comma: write two skills instead',
    shortSkill: 'has fewer than {least, plural, one {# character} other {# characters}}',
    notLinkedIn: 'is not a page of LinkedIn (https://www.linkedin.com/…)',
    noLanguage: 'is not a language',
    noLocation: 'needs at least one location: each gets a page of its own',
    tooManyLocations: 'has more than {most, plural, one {# location} other {# locations}}',
    missing: 'is missing',
    noPhone: 'is not a phone number',
    unsureAddress: 'may be {place}: take that place, or keep the address as typed',
    noPlace:
      'is on no map that Leadlight knows. Check it, or keep it as typed; customers who search by distance then don’t find this page',
    notConfirmed:
      'is not a member of your organization and has not confirmed the address yet: have a link emailed there',
    noLogo: 'is no longer there: upload it again',
    foreignLocation: 'is not a location of your organization',
  },
  hint: {
    noLogo: 'There is no logo. Cards then show the initials of your company.',
    tallLogo: 'The logo is higher than wide, so cards show it small. A square one works best.',
    shortDescription:
      'The description is shorter than a card of the directory shows ({most, number} characters).',
    noSizes: 'No customer size is chosen, so requests of every size come to you.',
    noLanguages: 'No language is given. Many customers search by it.',
    manyTags: '{count, number} tags are chosen: fewer say more, and each then counts for more in the search.',
    noTags: 'No industry, product, service or solution is chosen. Customers search by these first.',
    namesPartner:
      'The description names another partner, {name}. Do so only if you belong together or they agreed.',
  },
  anyPlace: '{city}, {region}',
  noProfile: 'There is no such business profile in your organization.',
  noLocation: 'There is no such location in this profile.',
  noLogo: 'There is no such logo in this profile.',
  countryTaken: 'Your organization has a profile for this country. Edit that one.',
  fieldChanged: '{name} changed this field after you opened it. Choose which version holds.',
  changedBy: 'was changed by {name}',
  somebody: 'somebody',
  profileChanged: 'The profile was changed after you opened it. Look at it again first.',
  notPublishable:
    'The profile can’t be published yet: {count, plural, one {one thing needs} other {# things need}} mending.',
  notPublished: 'The profile is not published.',
  nothingPublished: 'Nothing was published yet, so there is nothing to go back to.',
  addressStands:
    'can’t be changed on a published page: delete the location and add it again with the new address',
  tooManyDrafts: 'has more than {most, number} locations',
  wrongName: 'is not the name of your organization',
  awayTooLong: 'is more than {most, number} days ahead',
  awayPast: 'is in the past',
  awayInARow: 'would make more than {most, number} days in a row: ask the operator, who can extend it',
  isMember: 'The address belongs to a member of your organization: no confirmation is needed.',
  isConfirmed: 'The address is confirmed already.',
  noAddress: 'The contact of this location has no email address.',
  askedMany: 'Your organization has asked {most, number} addresses today. Try again tomorrow.',
  askedLately: 'A link was sent to this address less than {minutes, number} minutes ago.',
  logo: {
    otherType: 'The logo must be a GIF, JPEG or PNG picture.',
    notAPicture: 'This file is not a picture. The logo must be a GIF, JPEG or PNG picture.',
    damaged: 'This picture is damaged, or incomplete. Save it again with another program.',
    tooManyPixels:
      'This picture has {width, number} × {height, number} pixels: that is more than Leadlight opens.',
    tooWide:
      'This picture is {width, number} pixels wide. A logo has at most {most, number}: crop it or make it smaller.',
    tooMany:
      'This profile has {most, number} logos uploaded today. Choose one of them, or try again tomorrow.',
  },
} as const;
