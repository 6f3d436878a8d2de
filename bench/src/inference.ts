import { churnColumns, churnModelContent } from '@spendscope/testing';
import { benchTokens, startApiUnderTest } from './apiUnderTest';
import { startBareRoute } from './bareRoute';
import type { Benchmark } from './benchmark';
import { besideBareRoute } from './besideBareRoute';
import { sizesOf } from './growth';

const name = 'churn';

/** So many customers in one tensor. */
const bodyOf = (rows: number): object => ({
  inputs: [
    {
      ...{ name: 'features', shape: [rows, churnColumns.length], datatype: 'FP64' },
      data: Array.from({ length: rows * churnColumns.length }, (_, at) => (at * 37) % 100),
    },
  ],
});

/** Scores by a small model, one customer and many a request, beside a bare Fastify route that reads the same body. */
export const inference: Benchmark = {
  what: 'POST /v2/models/churn/infer against a bare Fastify route: requests/s, and p99 at half of it (arguments: rows a request)',
  run: async (args, report) => {
    const api = await startApiUnderTest();
    try {
      const { registry, inference: served } = api.services;
      const ref = await registry.save(name, churnModelContent(1));
      await registry.makeLive(name, ref, { at: new Date(), by: 'run:bench', reason: 'A benchmark.', kind: 'trained' });
      await served.refresh();
      for (const rows of args.length > 0 ? sizesOf(args) : [1, 100]) {
        const headers = { authorization: `Bearer ${benchTokens.service}` };
        const asked = { path: `/v2/models/${name}/infer`, headers, body: JSON.stringify(bodyOf(rows)) };
        const answer = await fetch(`${api.url}${asked.path}`, { method: 'POST', body: asked.body, headers: { ...headers, 'content-type': 'application/json' } }); // prettier-ignore
        const bare = await startBareRoute((await answer.json()) as object);
        await besideBareRoute([api.url, bare.url], asked, `${rows} rows`, report, (figures) =>
          report({ case: `${rows} rows, saturated`, ...figures })
        );
        await bare.stop();
      }
    } finally {
      await api.stop();
    }
  },
};
