import { createTheme, type GrafanaTheme2 } from '@grafana/data';
import { config, ThemeChangedEvent } from '@grafana/runtime';
import { useState } from 'react';
import { appEvents } from '../services/appEvents';

export type ThemeMode = 'dark' | 'light';

const themeOf = (mode: ThemeMode): GrafanaTheme2 => createTheme({ colors: { mode } });

/** The theme on screen and the switch between dark and light, kept in a cookie that the server reads for the next page. */
export function useThemeSwitch(): { theme: GrafanaTheme2; setMode: (mode: ThemeMode) => void } {
  const [theme, setTheme] = useState(() => themeOf(config.bootData.user.theme === 'light' ? 'light' : 'dark'));
  const setMode = (mode: ThemeMode): void => {
    const next = themeOf(mode);
    config.theme2 = next;
    config.theme = next.v1;
    config.bootData.user.theme = mode;
    config.bootData.user.lightTheme = mode === 'light';
    document.cookie = `spendscope_preview_theme=${mode}; path=/; max-age=31536000; samesite=strict`;
    setTheme(next);
    appEvents.publish(new ThemeChangedEvent(next));
  };
  return { theme, setMode };
}
