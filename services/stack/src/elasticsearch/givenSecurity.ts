import type { ElasticClient } from '@spendscope/elastic';
import { StackError } from '../stackError';
import { installNativeSecurity } from './nativeSecurity';
import type { PartUsers } from './partUsers';

interface ErrorBody {
  error?: { reason?: string };
}

/** Whether the client's user may make roles and users; undefined where the server has no security at all. */
export async function mayMakeUsers(client: ElasticClient): Promise<boolean | undefined> {
  try {
    const answer = await client.security.hasPrivileges({ cluster: ['manage_security'] });
    return answer.has_all_requested;
  } catch {
    return undefined;
  }
}

/** @throws StackError where the user may not, or where the server takes users from elsewhere, such as files */
export async function makePartUsers(client: ElasticClient, users: PartUsers, username: string): Promise<void> {
  try {
    await installNativeSecurity(client, users);
  } catch (cause) {
    const { statusCode, message, body } = cause as { statusCode?: number; message: string; body?: ErrorBody };
    if (statusCode === 403) {
      throw new StackError(
        `The user "${username}" may not make roles and users (403).`,
        'Set ELASTICSEARCH_USERNAME to one with the privilege manage_security, or start without --make-users.',
        { cause }
      );
    }
    if (statusCode === undefined) {
      throw new StackError(
        `Elasticsearch does not answer: ${message}.`,
        'Check ELASTICSEARCH_URL and ELASTICSEARCH_CA.',
        {
          cause,
        }
      );
    }
    throw new StackError(
      `This Elasticsearch makes no users on request (${statusCode}): ${body?.error?.reason ?? message}.`,
      'Its operator adds our roles and users where it keeps them (services/stack/README.md says which), or start without --make-users.',
      { cause }
    );
  }
}
