import { indices } from '@spendscope/contracts';
import { partKeys } from '../../elasticsearch/partUsers';
import { separateUsersFix } from '../../elasticsearch/sharedUser';
import { type Check, type CheckResult, type DoctorContext, fail, ok, warn } from '../check';

interface Privileges {
  has_all_requested?: boolean;
}

/** Whether each part has a user of its own that the server accepts, and whether Grafana's is kept from identities. */
export const checkUsers: Check = async (context) => {
  const { elastic, users } = context;
  if ((await elastic('/_cluster/health')).status !== 200) {
    return [];
  }
  if (partKeys.some((part) => !users[part])) {
    return [await shared(context)];
  }
  const answers = await Promise.all(
    partKeys.map(async (part) => ({ part, status: (await elastic('/_security/_authenticate', part)).status }))
  );
  const refused = answers.filter(({ status }) => status !== 200);
  if (refused.length > 0) {
    const saw = refused.map(({ part, status }) => `${users[part]!.username} (${status})`).join(', ');
    return [
      fail(
        'Users',
        `refused: ${saw}`,
        'Give the passwords that the server knows, or npm start -- --make-users sets them.'
      ),
    ];
  }
  const identities = await elastic(`/${indices.identities.readAs}/_search?size=0`, 'grafana');
  return [
    identities.status === 403
      ? ok('Users', 'one for each part; Grafana’s cannot read original ids')
      : fail('Users', 'Grafana’s user can read original ids', 'npm start -- --make-users gives it its role again.'),
  ];
};

async function shared({ elastic, users }: DoctorContext): Promise<CheckResult> {
  const answer = await elastic('/_security/user/_has_privileges', 'setup', { cluster: ['manage_security'] });
  const may = answer.status === 200 ? (answer.body as Privileges).has_all_requested === true : undefined;
  const who = users.setup ? `all parts use "${users.setup.username}"` : 'nobody needs a password';
  return warn('Users', `${who}: Grafana’s queries reach original ids`, separateUsersFix(may));
}
