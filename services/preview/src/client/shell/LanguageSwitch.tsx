import { config } from '@grafana/runtime';
import { Dropdown, Menu, ToolbarButton } from '@grafana/ui';
import type { ReactElement } from 'react';
import { languageNames } from '../languages';

/** The page reloads, as Grafana's does: plugins take their texts when they load. */
function speak(language: string): void {
  document.cookie = `spendscope_preview_language=${language}; path=/; max-age=31536000; samesite=strict`;
  const address = new URL(window.location.href);
  address.searchParams.delete('lang');
  window.location.replace(address);
}

/** The language of the plugins' texts; the preview's own frame has English ones only. */
export function LanguageSwitch(): ReactElement {
  const current = config.bootData.user.language;
  const overlay = (
    <Menu>
      {Object.entries(languageNames).map(([language, name]) => (
        <Menu.Item
          key={language}
          label={name}
          active={language === current}
          icon={language === current ? 'check' : 'globe'}
          onClick={() => speak(language)}
        />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={overlay} placement="bottom-end">
      <ToolbarButton
        icon="globe"
        aria-label={`The plugin speaks ${languageNames[current] ?? current}. Change language`}
        tooltip="Language of the plugin"
      />
    </Dropdown>
  );
}
