import { partKeys, passwordVariable } from './partUsers';

/** How the parts get users of their own on a given server, by whether its user may make them (undefined: no security). */
export function separateUsersFix(mayMakeUsers: boolean | undefined): string {
  if (mayMakeUsers === undefined) {
    return 'set xpack.security.enabled: true there, then npm start -- --make-users.';
  }
  return mayMakeUsers
    ? 'npm start -- --make-users makes one for each part, with the rights that it needs.'
    : `ask who runs it for the users in services/stack/README.md, and set ${partKeys.map(passwordVariable).join(', ')}.`;
}

/** What a start says where all parts share one user: what that means, and the fix, in one line. */
export function sharedUserRemark(username: string, mayMakeUsers: boolean | undefined): string {
  const what =
    mayMakeUsers === undefined
      ? 'This Elasticsearch has no users: whoever reaches it reads original ids and can change the audit log'
      : `All parts use the user "${username}": Grafana’s queries reach original ids with it`;
  return `${what} — ${separateUsersFix(mayMakeUsers)}`;
}
