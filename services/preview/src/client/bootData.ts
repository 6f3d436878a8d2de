/** A person whom the visitor may be. */
export interface PreviewUser {
  login: string;
  name: string;
  role: string;
  purpose: string;
}

export interface AppPage {
  name: string;
  path: string;
}

/** An app and those of its pages that the user may see. */
export interface PreviewApp {
  id: string;
  name: string;
  pages: AppPage[];
}

/** What the server wrote into the page beside Grafana's own boot data. */
export interface PreviewBootData {
  users: PreviewUser[];
  apps: PreviewApp[];
}

declare global {
  interface Window {
    grafanaBootData: { preview: PreviewBootData };
  }
}

export const previewBootData = (): PreviewBootData => window.grafanaBootData.preview;
