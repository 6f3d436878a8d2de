import { autoencoder } from './autoencoder';
import type { Benchmark } from './benchmark';
import { dashboards } from './dashboards';
import { decisions } from './decisions';
import { explorer } from './explorer/explorer';
import { features } from './features';
import { gbdt } from './gbdt';
import { iforest } from './iforest';
import { inference } from './inference';
import { ingest } from './ingest';
import { interventions } from './interventions';
import { kmeans } from './kmeans';
import { logreg } from './logreg';
import { lstm } from './lstm';
import { scale } from './scale';
import { silhouette } from './silhouette';
import { table } from './table/table';

/** Every benchmark by its name on the command line. */
const benchmarks: Record<string, Benchmark> = {
  ingest,
  decisions,
  inference,
  interventions,
  gbdt,
  logreg,
  autoencoder,
  lstm,
  iforest,
  kmeans,
  silhouette,
  features,
  explorer,
  dashboards,
  table,
  scale,
};

const [name, ...args] = process.argv.slice(2);
if (!name) {
  console.log(
    Object.entries(benchmarks)
      .map(([key, { what }]) => `${key.padEnd(12)} ${what}`)
      .join('\n')
  );
} else if (!benchmarks[name]) {
  console.error(`There is no benchmark "${name}". Known: ${Object.keys(benchmarks).join(', ')}.`);
  process.exitCode = 2;
} else {
  await benchmarks[name].run(args, ({ ours, peer, ...rest }) =>
    console.log(
      JSON.stringify({ case: rest.case, ours, peer, ratio: Number((ours / peer).toFixed(3)), unit: rest.unit })
    )
  );
}
