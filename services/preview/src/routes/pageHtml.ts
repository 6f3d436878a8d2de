import type { ClientFiles } from '../clientFiles';

/** JSON that cannot end the script element that it stands in. */
const scriptJson = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

/**
 * The one page. The boot data must be there before the bundle: @grafana/runtime reads it while it is being loaded.
 * @param nonce allows this inline script alone
 */
export function pageHtml(bootData: object, files: ClientFiles, nonce: string): string {
  const styles = files.styles.map((file) => `<link rel="stylesheet" href="/public/build/${file}">`).join('');
  const scripts = files.scripts.map((file) => `<script defer src="/public/build/${file}"></script>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Spendscope preview</title>
<link rel="icon" href="data:,">
${styles}
<script nonce="${nonce}">
window.__grafana_public_path__ = '/public/';
window.grafanaBootData = ${scriptJson(bootData)};
</script>
</head>
<body>
<div id="reactRoot"></div>
<noscript>The preview needs JavaScript.</noscript>
${scripts}
</body>
</html>`;
}
