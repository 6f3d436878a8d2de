import { benchTokens, startApiUnderTest } from './apiUnderTest';
import { startBareRoute } from './bareRoute';
import type { Benchmark } from './benchmark';
import { besideBareRoute } from './besideBareRoute';
import { accountOf, fillInterventions } from './fillInterventions';
import { growthReporter, sizesOf } from './growth';

/**
 * Decisions a second at saturation beside a bare Fastify route of the same answer, and the 99th percentile of both at an
 * open-loop load of half of what the slower one takes: of each the median of three rounds.
 */
export const decisions: Benchmark = {
  what: 'GET /v1/decisions against a bare Fastify route: requests/s, and p99 at half of it (arguments: how many active)',
  run: async (args, report) => {
    const sizes = sizesOf(args);
    const grown = growthReporter(report);
    const api = await startApiUnderTest();
    try {
      let filled = 0;
      for (const size of sizes) {
        await fillInterventions(api.owner, filled, size);
        filled = size;
        await api.services.decisions.refresh();
        const refreshing = setInterval(() => void api.services.decisions.refresh().catch(() => undefined), 1_000);
        const bare = await startBareRoute(api.services.decisions.decide(accountOf(7), 'T-1'));
        const asked = {
          path: `/v1/decisions/${accountOf(7)}?transaction=T-1`,
          headers: { authorization: `Bearer ${benchTokens.service}` },
        };
        await besideBareRoute([api.url, bare.url], asked, `${size} active`, report, (figures) =>
          grown(size, 'saturated', figures)
        );
        clearInterval(refreshing);
        await bare.stop();
      }
    } finally {
      await api.stop();
    }
  },
};
