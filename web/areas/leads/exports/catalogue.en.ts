/** What exports say: the dialog that begins one, and the list of those that are made in the background. */
export const english = {
  dialog: {
    title: 'Export {count, plural, one {{shown} lead} other {{shown} leads}}',
    format: 'Format',
    formatHint: {
      xlsx: 'A workbook for Excel and others: leading zeros, long numbers and phone numbers stay as they are.',
      csv: 'Text that most programs can read.',
      tsv: 'Text with tabs between the cells.',
    },
    separator: 'Separator',
    separatorHint:
      'Spreadsheets in your language usually expect a {usual, select, semicolon {semicolon} other {comma}}.',
    language: 'Language of the file',
    languageHint: {
      api: 'Headers and values as in the API, for example “CustomerName” and “ContactMe”.',
      words: 'Headers and values in the words of the app. Leadlight can import the file again.',
    },
    columnsAs: {
      shown: 'As in the table, with the lead’s ID',
      all: 'All {count, number} columns',
    },
    inBackground:
      'A file with that many leads takes a while. Leadlight makes it in the background, and you can go on working.',
    download: 'Download',
    make: 'Create file',
    receiving: 'Downloading… {size}',
    yours: 'Your exports',
  },
  format: { xlsx: 'Excel (XLSX)', csv: 'CSV', tsv: 'TSV' },
  separator: { comma: 'Comma', semicolon: 'Semicolon' },
  downloaded:
    'Downloaded {count, plural, one {{shown} lead} other {{shown} leads}}. You’ll find the file in your browser’s downloads.',
  failed: 'Export failed',
  unreachable: 'Leadlight can’t be reached. Try again when it’s back.',
  ordered: 'Your file is being created. We’ll tell you when it’s ready.',
  news: {
    ready: 'Your export is ready: {count, plural, one {{shown} lead} other {{shown} leads}}.',
    failed: 'Your export failed. See {section} in the settings.',
    download: 'Download',
  },
  list: {
    explanation:
      'Large exports are made in the background and kept here for 7 days. Nobody else can see yours. If your roles change, they are deleted.',
    name: {
      xlsx: 'Excel file',
      csv: 'CSV file',
      tsv: 'TSV file',
    },
    waiting: 'Waiting to start',
    counting: 'Counting leads',
    running: '{done} of {total} leads',
    restarted: 'Was interrupted and began again',
    rows: '{count, plural, one {{shown} lead} other {{shown} leads}}',
    cancelled: 'Canceled',
    failedBecause: {
      broken: 'Failed: the file couldn’t be made. Try again, or export fewer leads.',
      'too-large': 'Failed: the file is too large. Export fewer leads or columns.',
      'not-allowed': 'Failed: your role no longer allows exports.',
    },
    ordered: 'Ordered <when></when>',
    until: 'Kept until <when></when>',
    download: 'Download',
    downloadNamed: 'Download {name}',
    cancelNamed: 'Cancel {name}',
    progress: 'Progress of {name}',
    notCancelled: 'Couldn’t cancel the export',
    notRemoved: 'Couldn’t delete the export',
    empty: {
      title: 'No exports',
      text: 'Exports of more than {most} leads from the lead list appear here.',
      open: 'Open the lead list',
    },
  },
} as const;
