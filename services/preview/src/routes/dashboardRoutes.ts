import type { FastifyPluginAsync } from 'fastify';
import type { PreviewContext } from '../context';
import { asText } from '../narrow';
import { readDashboards } from '../provisioning/dashboards';

const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** The dashboards of the repository, read-only as provisioned ones are. */
export const dashboardRoutes =
  ({ config }: PreviewContext): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Querystring: { query?: string; tag?: string | string[]; type?: string; dashboardUIDs?: string } }>(
      '/api/search',
      async ({ query }) => {
        const words = asText(query.query).toLowerCase();
        const tags = [query.tag ?? []].flat();
        // Folders and other kinds of hits do not exist here.
        const dashboards = (query.type ?? 'dash-db') === 'dash-db' ? readDashboards(config.dashboardsDir) : [];
        return dashboards
          .filter((dashboard) => dashboard.title.toLowerCase().includes(words))
          .filter((dashboard) => tags.every((tag) => dashboard.tags.includes(tag)))
          .filter((dashboard) => query.dashboardUIDs === undefined || dashboard.uid === query.dashboardUIDs)
          .map(({ uid, title, tags: ownTags, model }, at) => ({
            id: at + 1,
            uid,
            title,
            description: asText(model.description),
            uri: `db/${slug(title)}`,
            url: `/d/${uid}/${slug(title)}`,
            type: 'dash-db',
            tags: ownTags,
            isStarred: false,
          }));
      }
    );

    app.get<{ Params: { uid: string } }>('/api/dashboards/uid/:uid', async ({ params }, reply) => {
      const dashboard = readDashboards(config.dashboardsDir).find((entry) => entry.uid === params.uid);
      if (!dashboard) {
        return reply.code(404).send({ message: 'Dashboard not found' });
      }
      const url = `/d/${dashboard.uid}/${slug(dashboard.title)}`;
      const meta = {
        type: 'db',
        slug: slug(dashboard.title),
        url,
        canSave: false,
        canEdit: false,
        canStar: false,
        provisioned: true,
      };
      return { dashboard: dashboard.model, meta };
    });
  };
