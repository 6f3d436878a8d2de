import type { Intervention } from '@spendscope/contracts';
import { type Expected, approvalMs } from './expected';
import type { Asked } from './steps';

/** The answers that are right for a step, and what holds after one of them. */
export interface Judgement {
  statuses: number[];
  next: (answered: Intervention | undefined) => Expected;
}

interface Before {
  /** What held of the step's target. */
  before: Expected;
  /** Milliseconds of the service's clock. */
  now: number;
}

const none: Judgement['next'] = () => ({ state: 'none' });

function personOf({ as: persona }: Asked): { login: string; role: string } {
  const [login, role] = persona.split(':') as [string, string];
  return { login, role };
}

/** The model: which answers are right, and what holds afterwards. */
export function judge(step: Asked, at: Before): Judgement {
  switch (step.kind) {
    case 'create':
      return judgeCreate(step, at);
    case 'approve':
    case 'reject':
      return judgeDecision(step, at);
    case 'cancel':
      return judgeCancel(step, at);
    case 'release':
      return judgeChange(step, at, none);
    case 'extend':
      return judgeChange(step, at, active(step, at, step.durationSec));
  }
}

/** What may hold once another process has taken over from one that died within the step: where it answered a yes before, or not. */
export function judgeAfterCrash(
  step: Asked,
  before: Expected,
  at: Before
): Record<'answered' | 'unanswered', Expected['state'][]> {
  const { now } = at;
  // Time has passed: what ran out meanwhile is over, whatever was asked for.
  const ran = before.until !== undefined && before.until <= now;
  const after = judge(step, at).next({ id: 'iv-later', expires_at: new Date(now + 1).toISOString() } as Intervention);
  // What lasts a minute from when it is asked for, or approved, is over by then as well.
  const approves = step.kind === 'approve' && before.state === 'pending';
  const lasts = 'durationSec' in step ? step.durationSec : approves ? before.durationSec : undefined;
  const answered = [...(ran || lasts === 60 ? (['none'] as const) : []), after.state];
  // What died between the second person's word and its effect is given up, and can be asked for again.
  return { answered, unanswered: [before.state, ...answered, ...(approves ? (['none'] as const) : [])] };
}

function judgeCreate(step: Extract<Asked, { kind: 'create' }>, at: Before): Judgement {
  const { before, now } = at;
  const { login, role } = personOf(step);
  const same = (): Expected => before;
  if (role === 'Viewer') {
    return { statuses: [403], next: same };
  }
  if (before.state === 'none') {
    const { durationSec } = step;
    return role === 'Admin'
      ? { statuses: [201], next: active(step, at, durationSec) }
      : {
          statuses: [202],
          next: (answered) => ({ state: 'pending', id: answered!.id, by: login, until: now + approvalMs, durationSec }),
        };
  }
  if (before.durationSec !== step.durationSec || (before.state === 'pending' && role === 'Admin')) {
    return { statuses: [409], next: same };
  }
  return { statuses: [before.state === 'active' ? 200 : 202], next: same };
}

function judgeDecision(step: Asked, at: Before): Judgement {
  const { before } = at;
  const { login, role } = personOf(step);
  const same = (): Expected => before;
  if (role !== 'Admin') {
    return { statuses: [403], next: same };
  }
  if (before.state === 'none') {
    return { statuses: [404], next: same };
  }
  if (before.by === login) {
    return { statuses: [403], next: same };
  }
  if (before.state !== 'pending') {
    return { statuses: [409], next: same };
  }
  return { statuses: [200], next: step.kind === 'approve' ? active(step, at, before.durationSec) : none };
}

function judgeCancel(step: Asked, { before }: Before): Judgement {
  const { login, role } = personOf(step);
  const same = (): Expected => before;
  if (role === 'Viewer') {
    return { statuses: [403], next: same };
  }
  if (before.state === 'none') {
    return { statuses: [404], next: same };
  }
  return before.state === 'pending' && before.by === login
    ? { statuses: [200], next: none }
    : { statuses: [403, 409], next: same };
}

/** Releases and extensions: an admin's, of what is active. */
function judgeChange(step: Asked, { before }: Before, next: Judgement['next']): Judgement {
  const same = (): Expected => before;
  if (personOf(step).role !== 'Admin') {
    return { statuses: [403], next: same };
  }
  return before.state === 'active'
    ? { statuses: [200], next }
    : { statuses: before.state === 'none' ? [404] : [409], next: same };
}

function active(step: Asked, { before }: Before, durationSec: number | undefined): Judgement['next'] {
  return (answered) => ({
    state: 'active',
    id: answered?.id ?? before.id,
    by: before.by ?? personOf(step).login,
    until: answered?.expires_at ? Date.parse(answered.expires_at) : undefined,
    durationSec,
  });
}
