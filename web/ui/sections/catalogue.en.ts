/** Texts that dialogs and forms of the settings share. */
export const english = {
  secret: {
    hint: 'Copy {what, select, token {the token} address {the address} other {the link}} now: <b>it’s shown only once</b>. We only keep a fingerprint of it.',
    copy: {
      token: 'Copy token',
      address: 'Copy address',
      link: 'Copy link',
      example: 'Copy example',
    },
  },
  lostSecret: {
    title: 'Your first attempt created “{name}”',
    token:
      'The token is shown only once, and it got lost on its way to you. Delete “{name}” and create another.',
    address:
      'The address is shown only once, and it got lost on its way to you. Revoke “{name}” and create another.',
    close: 'OK',
  },
  conflict: {
    take: 'Show what’s saved now',
  },
} as const;
