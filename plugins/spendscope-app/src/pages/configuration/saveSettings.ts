import { getBackendSrv } from '@grafana/runtime';
import { appId } from '@spendscope/contracts';
import { lastValueFrom } from 'rxjs';
import { t } from '../../shared/i18n/t';

interface Settings {
  enabled?: boolean;
  pinned?: boolean;
  apiUrl: string;
  /** Absent: the stored one stays. */
  token?: string;
}

/** What is wrong with the address, or undefined. */
export function apiUrlFault(apiUrl: string): string | undefined {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return t('configuration.urlFault', 'Enter an address that begins with http:// or https://.');
  }
  return url.username || url.password || url.search || url.hash
    ? t('configuration.urlExtra', 'Leave out user, password, ? and #: the token goes into its own field.')
    : undefined;
}

/** Stores the app's settings in Grafana; the address without trailing slash, as the proxy's routes append to it. */
export async function saveSettings({ enabled, pinned, apiUrl, token }: Settings): Promise<void> {
  await lastValueFrom(
    getBackendSrv().fetch({
      url: `/api/plugins/${appId}/settings`,
      method: 'POST',
      data: {
        enabled,
        pinned,
        jsonData: { apiUrl: apiUrl.replace(/\/+$/, '') },
        ...(token ? { secureJsonData: { apiToken: token } } : {}),
      },
      showErrorAlert: false,
    })
  );
}
