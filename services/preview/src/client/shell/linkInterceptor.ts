import { locationService } from '@grafana/runtime';

/** Where a click on a link leads within the page, or undefined where the browser should follow it as usual. */
export function internalTarget(event: MouseEvent): string | undefined {
  const anchor = event.target instanceof Element ? event.target.closest('a') : null;
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (
    !anchor?.getAttribute('href') ||
    !isPlain ||
    event.defaultPrevented ||
    anchor.target ||
    anchor.hasAttribute('download')
  ) {
    return undefined;
  }
  const isOurs = anchor.origin === window.location.origin && !/^\/(api|public)\//.test(anchor.pathname);
  return isOurs ? `${anchor.pathname}${anchor.search}${anchor.hash}` : undefined;
}

/** Makes plain links change the address without a reload, as Grafana does. */
export function interceptLinks(): void {
  document.addEventListener('click', (event) => {
    const target = internalTarget(event);
    if (target !== undefined) {
      event.preventDefault();
      locationService.push(target);
    }
  });
}
