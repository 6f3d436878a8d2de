import { type ControlState, type HealthCheck, indices } from '@spendscope/contracts';
import type { Services } from '../../services';
import { readJobs } from '../jobs/readJobs';

type Verdict = Omit<HealthCheck, 'id' | 'name' | 'tookMs'>;

interface Check {
  id: string;
  name: string;
  look(services: Services): Promise<Verdict>;
}

const secondsLate = 120;
const checkTimeoutMs = 5_000;

const checks: readonly Check[] = [
  { id: 'elasticsearch', name: 'Elasticsearch', look: lookAtElasticsearch },
  { id: 'audit-store', name: 'Audit log', look: lookAtAuditStore },
  { id: 'audit-chain', name: 'Audit chain', look: lookAtChain },
  { id: 'grafana-keys', name: 'Grafana signing keys', look: lookAtKeys },
  { id: 'pipeline', name: 'Last pipeline run', look: lookAtPipeline },
  { id: 'jobs', name: 'Scheduled jobs', look: lookAtJobs },
  { id: 'expiry', name: 'Expiry of interventions', look: lookAtExpiry },
  { id: 'personas', name: 'Persona texts', look: lookAtPersonas },
  { id: 'mode', name: 'Mode', look: async ({ controls }) => lookAtMode(controls.state) },
];

/** All checks at once; one that hangs or throws is `down`, and the others still answer. */
export function checkHealth(services: Services): Promise<HealthCheck[]> {
  return Promise.all(
    checks.map(async ({ id, name, look }) => {
      const started = performance.now();
      const verdict = await bounded(look(services));
      return { id, name, ...verdict, tookMs: Math.round(performance.now() - started) };
    })
  );
}

async function bounded(look: Promise<Verdict>): Promise<Verdict> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Verdict>((resolve) => {
    timer = setTimeout(() => resolve(unreachable), checkTimeoutMs);
  });
  try {
    return await Promise.race([look, late]);
  } catch {
    return unreachable;
  } finally {
    clearTimeout(timer);
  }
}

const unreachable: Verdict = {
  status: 'down',
  seen: 'No answer from Elasticsearch.',
  fix: 'Start Elasticsearch with "npm start", or check ELASTICSEARCH_URL and the API’s user.',
};

async function lookAtElasticsearch({ client }: Services): Promise<Verdict> {
  const { status, number_of_nodes } = await client.cluster.health();
  const seen = `The cluster is ${status}, with ${number_of_nodes} node${number_of_nodes === 1 ? '' : 's'}.`;
  return status.toLowerCase() === 'red'
    ? {
        status: 'down',
        seen,
        fix: 'Some data cannot be read: see the Elasticsearch log, and restore a snapshot if it is lost.',
      }
    : { status: 'ok', seen };
}

/** Asks whether the index takes writes, without writing: a health check leaves no records. */
export async function auditStoreFault({ client }: Pick<Services, 'client'>): Promise<string | undefined> {
  const index = [indices.audit.name, indices.auditText.name];
  const health = await client.cluster.health({ index, level: 'indices' });
  const status = health.status.toLowerCase();
  if (health.timed_out || status === 'red' || Object.keys(health.indices ?? {}).length < index.length) {
    return 'The audit index is missing or has no working shard.';
  }
  const settings = await client.indices.getSettings({ index, name: 'index.blocks.*' });
  const blocked = Object.values(settings).some((one) => Object.values(one.settings?.index?.blocks ?? {}).some(isTrue));
  return blocked ? 'Elasticsearch blocks writes to the audit index, most often for want of disk space.' : undefined;
}

const isTrue = (value: unknown): boolean => String(value) === 'true';

async function lookAtAuditStore(services: Services): Promise<Verdict> {
  const fault = await auditStoreFault(services);
  return fault
    ? { status: 'down', seen: fault, fix: 'Free disk space or restore the index; until then every act is refused.' }
    : { status: 'ok', seen: 'The audit log takes records.' };
}

async function lookAtChain({ audit }: Services): Promise<Verdict> {
  const head = await audit.log.currentHead();
  const { last } = audit.verifier;
  const ends = head.block < 0 ? 'The chain is empty' : `The chain ends at record ${head.lastSeq}, block ${head.block}`;
  if (!last) {
    return { status: 'ok', seen: `${ends}; it has not been verified since this server started.` };
  }
  return last.ok
    ? { status: 'ok', seen: `${ends}; verified at ${last.checkedAt} with ${last.checkpoints} checkpoints.` }
    : {
        status: 'down',
        seen: `${ends}. ${last.firstBreak?.detail ?? ''}`,
        fix: 'Keep the index and the checkpoint folder as they are, and have the change investigated.',
      };
}

async function lookAtKeys({ config }: Services): Promise<Verdict> {
  const fix = `Check that Grafana runs and that ${config.grafana.jwksUrl} answers.`;
  try {
    const answer = await fetch(config.grafana.jwksUrl, { signal: AbortSignal.timeout(checkTimeoutMs - 500) });
    const { keys } = (await answer.json()) as { keys?: unknown[] };
    return answer.ok && keys?.length
      ? { status: 'ok', seen: `Grafana publishes ${keys.length} signing key${keys.length === 1 ? '' : 's'}.` }
      : { status: 'down', seen: 'Grafana publishes no signing keys.', fix };
  } catch {
    return { status: 'down', seen: 'Grafana’s signing keys cannot be read.', fix };
  }
}

async function lookAtPipeline({ client }: Services): Promise<Verdict> {
  const { name, fields } = indices.runs;
  const { hits } = await client.search<{ kind: string; status: string; started_at: string; error?: string }>({
    index: name,
    size: 1,
    ignore_unavailable: true,
    sort: [{ [fields.started_at]: { order: 'desc', unmapped_type: 'date' } }],
  });
  const run = hits.hits[0]?._source;
  if (!run) {
    return { status: 'warn', seen: 'No run yet.', fix: 'Load data with "npm start" or "spendscope ingest".' };
  }
  const seen = `The ${run.kind} run of ${run.started_at} ${run.status === 'running' ? 'is running' : run.status}.`;
  return run.status === 'failed'
    ? { status: 'warn', seen, fix: 'Read its error on the runs page, mend it and run it again.' }
    : { status: 'ok', seen };
}

async function lookAtJobs({ client, now }: Services): Promise<Verdict> {
  const { items, schedulerAway, schedulerSeenAt } = await readJobs(client, now());
  if (!schedulerSeenAt) {
    return { status: 'ok', seen: 'No scheduler has shown a job: nothing runs by itself.' };
  }
  if (schedulerAway) {
    return {
      status: 'warn',
      seen: `No scheduler was heard of since ${schedulerSeenAt}.`,
      fix: 'Start one: spendscope schedule --jobs FILE',
    };
  }
  const amiss = items.filter(({ condition }) => condition === 'late' || condition === 'failed');
  return amiss.length > 0
    ? {
        status: 'warn',
        seen: `Of ${items.length} jobs, late or failed: ${amiss.map(({ job }) => job.job_id).join(', ')}.`,
        fix: 'Read on the page Jobs what they said, mend it and run them again.',
      }
    : { status: 'ok', seen: `${items.length} jobs are on schedule.` };
}

async function lookAtExpiry({ interventions, now }: Services): Promise<Verdict> {
  const late = new Date(now().getTime() - secondsLate * 1_000);
  const { total } = await interventions.store.findBefore(['active'], 'expires_at', late, 0);
  return total > 0
    ? {
        status: 'warn',
        seen: `${total} interventions are past their end and still in force.`,
        fix: 'Look for "job failed" in the API’s log.',
      }
    : { status: 'ok', seen: 'Nothing is past its end.' };
}

async function lookAtPersonas({ personas }: Services): Promise<Verdict> {
  if (!personas.writer) {
    return { status: 'ok', seen: 'Written by rules: no language model is configured.' };
  }
  const { provider, model, circuit, today } = await personas.writer.state();
  const seen = `Written by ${provider} ${model}; ${today!.tokens} of ${today!.tokensPerDay} tokens are spent today.`;
  if (circuit !== 'closed') {
    const fix = 'It has failed three times and is left alone for five minutes; cards show the text of the rules.';
    return { status: 'warn', seen, fix };
  }
  return { status: 'ok', seen };
}

function lookAtMode({ mode, configured, breaker }: ControlState): Verdict {
  if (breaker === 'open') {
    return {
      status: 'warn',
      seen: 'The blast-radius brake is on: every act needs a second person.',
      fix: 'Look at the last acts, then reset it with POST /v1/admin/breaker and a reason.',
    };
  }
  const seen = {
    enforce: 'Interventions are carried out.',
    observe: 'Interventions are recorded and not carried out.',
    readonly: 'Interventions are refused.',
  }[mode];
  const fix =
    configured === mode
      ? 'Set SPENDSCOPE_INTERVENTION_MODE=enforce when you are ready, and restart the API.'
      : 'Two admins switch it back with POST /v1/admin/mode.';
  return mode === 'enforce' ? { status: 'ok', seen } : { status: 'warn', seen, fix };
}
