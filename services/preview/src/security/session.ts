import { createHmac, timingSafeEqual } from 'node:crypto';
import { defaultUser, type User, userByLogin } from './users';

export const sessionCookie = 'spendscope_preview_user';

const sign = (login: string, key: string): string => createHmac('sha256', key).update(login).digest('base64url');

/** The cookie that makes a visitor this user; signed, so that it can only come from the user switch. */
export const sessionHeader = (user: User, key: string): string =>
  `${sessionCookie}=${user.login}.${sign(user.login, key)}; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000`;

/** The user of a request's Cookie header; the default one where there is no valid session. */
export function sessionUser(cookieHeader: string | undefined, key: string): User {
  const cookie = (cookieHeader ?? '')
    .split(';')
    .map((entry) => entry.trim())
    .find((entry) => entry.startsWith(`${sessionCookie}=`))
    ?.slice(sessionCookie.length + 1);
  const [login = '', signature = ''] = cookie?.split('.') ?? [];
  const expected = Buffer.from(sign(login, key));
  const given = Buffer.from(signature);
  const valid = expected.length === given.length && timingSafeEqual(expected, given);
  return (valid && userByLogin(login)) || defaultUser;
}
