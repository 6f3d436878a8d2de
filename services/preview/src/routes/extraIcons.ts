const icon = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${content}</svg>`;

/** Icons that Grafana's components name and its npm package lacks. */
export const extraIcons: Readonly<Record<string, string>> = {
  'unicons/spinner.svg': icon('<path d="M12 3a9 9 0 1 0 9 9"/>'),
  'unicons/angle-double-left.svg': icon('<path d="m12 6-6 6 6 6m6-12-6 6 6 6"/>'),
};
