/// <reference types="systemjs" />

/**
 * Entry points that Grafana's own core uses and that the packages' `exports` hide. They are private: the packages are
 * pinned to exact versions, and rspack.config.mjs leads these names to their files.
 */
declare module '@deep/runtime/components/PluginPage.mjs' {
  import type { PluginPageProps } from '@grafana/runtime';
  import type { ComponentType } from 'react';
  export function setPluginPage(component: ComponentType<PluginPageProps>): void;
}

declare module '@deep/runtime/components/PanelDataErrorView.mjs' {
  import type { PanelDataErrorViewProps } from '@grafana/runtime';
  import type { ComponentType } from 'react';
  export function setPanelDataErrorView(component: ComponentType<PanelDataErrorViewProps>): void;
}

declare module '@deep/i18n/i18n.mjs' {
  export function initializeI18n(
    options: { language: string; ns: string[]; module: object },
    regionalFormat: string
  ): Promise<unknown>;
}

declare module 'systemjs/dist/system.js';
declare module 'systemjs/dist/extras/amd.js';
declare module 'history';
