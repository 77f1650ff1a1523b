/** What dialogs and forms of settings share. */
export const english = {
  cancel: 'Cancel',
  secret: {
    hint: 'Copy {what, select, token {the token} address {the address} other {the link}} now: <b>it is shown only once</b>. We keep only a fingerprint of it.',
    copy: {
      token: 'Copy token',
      address: 'Copy address',
      link: 'Copy link',
      example: 'Copy example',
    },
    copied: 'I have copied it',
  },
  lostSecret: {
    title: '“{name}” was created by your first attempt',
    token:
      'The token is shown only once, and the answer that held it got lost on its way. Delete “{name}” and create another.',
    address:
      'The address is shown only once, and the answer that held it got lost on its way. Revoke “{name}” and create another.',
    close: 'OK',
  },
  conflict: {
    take: 'Show what is saved now',
    replace: 'Keep mine and replace it',
  },
} as const;
