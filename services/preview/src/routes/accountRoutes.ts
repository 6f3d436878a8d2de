import type { FastifyPluginAsync } from 'fastify';
import type { PreviewContext } from '../context';
import { asRecord, asText } from '../narrow';
import { sessionHeader } from '../security/session';
import { type User, userByLogin, users } from '../security/users';
import { permissionsOf } from './bootData';

const profile = ({ id, uid, login, name, email }: User, theme = 'dark'): Record<string, unknown> => ({
  id,
  uid,
  login,
  name,
  email,
  theme,
  orgId: 1,
  isGrafanaAdmin: false,
  isDisabled: false,
});

const known = users.map((user) => user.login).join(', ');

/** Who the visitor is, and the switch to someone else. Passwords are neither asked nor kept. */
export const accountRoutes =
  ({ userOf, sessionKey, plugins }: PreviewContext): FastifyPluginAsync =>
  async (app) => {
    app.post('/login', async (request, reply) => {
      const login = asText(asRecord(request.body).user);
      const user = userByLogin(login);
      if (!user) {
        return reply.code(401).send({ message: `The preview host has no user "${login}". Choose one of: ${known}.` });
      }
      return reply.header('set-cookie', sessionHeader(user, sessionKey)).send({ message: 'Logged in' });
    });

    app.get('/api/user', async (request) => profile(userOf(request)));
    app.get('/api/user/preferences', async () => ({ theme: '', timezone: '', weekStart: '' }));
    app.get('/api/user/orgs', async (request) => [{ orgId: 1, name: 'Main Org.', role: userOf(request).role }]);
    app.get('/api/org', async () => ({ id: 1, name: 'Main Org.' }));
    app.get('/api/access-control/user/actions', async (request) => permissionsOf(userOf(request), plugins()));
    app.get('/api/org/users', async () =>
      users.map((user) => ({ ...profile(user), userId: user.id, role: user.role }))
    );
    app.get('/api/users/lookup', async (request, reply) => {
      const user = userByLogin(asText(asRecord(request.query).loginOrEmail));
      return user ? profile(user) : reply.code(404).send({ message: 'user not found' });
    });

    // plugin-e2e creates its users before it logs in; ours are fixed, and one that is there already is what it wants.
    app.post('/api/admin/users', async (request, reply) => {
      const login = asText(asRecord(request.body).login);
      return userByLogin(login)
        ? reply.code(412).send({ message: `user '${login}' already exists` })
        : reply.code(403).send({ message: `The preview host's users are fixed: ${known}.` });
    });
    app.patch<{ Params: { id: string } }>('/api/org/users/:id', async (request, reply) => {
      const user = users.find((entry) => String(entry.id) === request.params.id);
      return user?.role === asRecord(request.body).role
        ? reply.send({ message: 'Organization user updated' })
        : reply.code(403).send({ message: "The preview host's users keep their roles." });
    });
  };
