import { type OrgRole, orgRoles } from '@spendscope/contracts';
import { asArray, asRecord, asText, type UnknownRecord } from '../narrow';

/** Someone whom the preview host lets a visitor be. There are no passwords: it listens on loopback and holds no real data. */
export interface User {
  id: number;
  uid: string;
  login: string;
  name: string;
  email: string;
  role: OrgRole;
  /** What the person is here for, in the user switch. */
  purpose: string;
}

const user = (id: number, login: string, name: string, role: OrgRole, purpose: string): User => ({
  id,
  uid: `preview-${login}`,
  login,
  name,
  email: `${login}@spendscope.example`,
  role,
  purpose,
});

/** Two admins, so that an approval by a second person can be tried. */
export const users: readonly User[] = [
  user(1, 'admin', 'Admin', 'Admin', 'acts and approves'),
  user(2, 'admin2', 'Second admin', 'Admin', 'approves what the first asked for'),
  user(3, 'operator', 'Operator', 'Editor', 'runs models, labels, may ask for actions'),
  user(4, 'analyst', 'Analyst', 'Viewer', 'explores, saves own segments'),
  user(5, 'viewer', 'Viewer', 'Viewer', 'looks'),
];

export const defaultUser = users[0]!;

export const userByLogin = (login: string): User | undefined => users.find((entry) => entry.login === login);

/** A role and those below it: what is granted to a Viewer is granted to an Editor and an Admin too. */
const rolesUpTo = (role: OrgRole): readonly string[] => orgRoles.slice(0, orgRoles.indexOf(role) + 1);

export const hasRole = (holder: Pick<User, 'role'>, needed: string): boolean => rolesUpTo(holder.role).includes(needed);

/** The actions that plugins' `roles[].grants` give a role, as Grafana's access control would. */
export function grantedActions(manifests: readonly UnknownRecord[], role: OrgRole): string[] {
  const held = rolesUpTo(role);
  const actions = manifests
    .flatMap((manifest) => asArray(manifest.roles).map(asRecord))
    .filter((entry) => asArray(entry.grants).some((grant) => held.includes(asText(grant))))
    .flatMap((entry) =>
      asArray(asRecord(entry.role).permissions).map((permission) => asText(asRecord(permission).action))
    );
  return [...new Set(actions)].sort();
}
