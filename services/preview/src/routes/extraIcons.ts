/** The icon component fills what it draws; lines in a group of their own stay lines. */
const icon = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${content}</g></svg>`;

/** Icons that Grafana has and its npm package lacks, drawn here; those that our pages use and a few common ones. */
export const extraIcons: Readonly<Record<string, string>> = {
  'unicons/spinner.svg': icon('<path d="M12 3a9 9 0 1 0 9 9"/>'),
  'unicons/angle-double-left.svg': icon('<path d="m12 6-6 6 6 6m6-12-6 6 6 6"/>'),
  'unicons/angle-double-up.svg': icon('<path d="m6 12 6-6 6 6m-12 6 6-6 6 6"/>'),
  'unicons/sync-slash.svg': icon(
    '<path d="M4 12a8 8 0 0 1 13-6l3 2m0-5v5h-5M20 12a8 8 0 0 1-13 6l-3-2m0 5v-5h5M3 3l18 18"/>'
  ),
  'unicons/check-square.svg': icon('<rect x="3" y="3" width="18" height="18" rx="2"/><path d="m8 12 3 3 5-6"/>'),
  'unicons/exclamation.svg': icon('<path d="M12 4v10m0 5v.01"/>'),
  'unicons/globe.svg': icon('<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c5 5 5 13 0 18c-5-5-5-13 0-18"/>'),
  'unicons/map-marker.svg': icon(
    '<path d="M12 21c5-5 7-8 7-11a7 7 0 0 0-14 0c0 3 2 6 7 11Z"/><circle cx="12" cy="10" r="2"/>'
  ),
  'unicons/pause-circle.svg': icon('<circle cx="12" cy="12" r="9"/><path d="M10 9v6m4-6v6"/>'),
  'unicons/home.svg': icon('<path d="m3 11 9-8 9 8M5 10v11h14V10"/>'),
  'unicons/wrench.svg': icon('<path d="m4 20 8-8m-1-4a4 4 0 0 1 6-3l-3 3 2 2 3-3a4 4 0 0 1-5 5"/>'),
  'unicons/thumbs-up.svg': icon('<path d="M4 11v9h4v-9Zm4 0 4-8c2 0 3 1 3 3l-1 4h6l-2 10H8"/>'),
  'unicons/thumbs-down.svg': icon('<path d="M4 13V4h4v9Zm4 0 4 8c2 0 3-1 3-3l-1-4h6l-2-10H8"/>'),
  'unicons/file-download.svg': icon('<path d="M14 3H6v18h12V7Zm0 0v4h4m-6 3v7m-3-3 3 3 3-3"/>'),
  'unicons/file-export.svg': icon('<path d="M14 3H6v18h12V7Zm0 0v4h4m-8 7h8m-3-3 3 3-3 3"/>'),
};

/** Stands in for any other icon that is missing: better a plain mark than a hole and an error in the console. */
export const placeholderIcon = icon('<circle cx="12" cy="12" r="8"/>');
