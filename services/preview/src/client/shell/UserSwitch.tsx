import { config } from '@grafana/runtime';
import { Dropdown, Menu, ToolbarButton } from '@grafana/ui';
import type { ReactElement } from 'react';
import { type PreviewUser, previewBootData } from '../bootData';
import { backendSrv } from '../services/backendSrv';

async function become(user: PreviewUser): Promise<void> {
  await backendSrv.post('/login', { user: user.login });
  window.location.reload();
}

/** Who the visitor is, and the choice to be someone else. The page reloads, since rights are part of what it was given. */
export function UserSwitch(): ReactElement {
  const current = config.bootData.user;
  const overlay = (
    <Menu header="Be someone else (no password: this is a preview)">
      {previewBootData().users.map((user) => (
        <Menu.Item
          key={user.login}
          label={`${user.name} · ${user.role}: ${user.purpose}`}
          active={user.login === current.login}
          icon={user.login === current.login ? 'check' : 'user'}
          onClick={() => void become(user)}
        />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={overlay} placement="bottom-end">
      <ToolbarButton
        icon="user"
        aria-label={`You are ${current.name} (${current.orgRole}). Change user`}
        isOpen={false}
      >
        {`${current.name} · ${current.orgRole}`}
      </ToolbarButton>
    </Dropdown>
  );
}
