# The pipeline and the API: the same image, another command.
FROM node:20.19.5-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/contracts/package.json packages/contracts/
COPY packages/elastic/package.json packages/elastic/
COPY packages/findings/package.json packages/findings/
COPY packages/kafka/package.json packages/kafka/
COPY packages/registry/package.json packages/registry/
COPY packages/scoring/package.json packages/scoring/
COPY packages/analytics/package.json packages/analytics/
COPY packages/testing/package.json packages/testing/
COPY services/api/package.json services/api/
COPY services/pipeline/package.json services/pipeline/
COPY services/preview/package.json services/preview/
COPY services/stack/package.json services/stack/
COPY plugins/spendscope-app/package.json plugins/spendscope-app/
COPY e2e/package.json e2e/
COPY bench/package.json bench/
# tsx, which runs the sources, comes with the pipeline.
RUN npm ci --omit=dev --workspace packages/contracts --workspace packages/elastic --workspace packages/findings --workspace packages/kafka --workspace packages/registry --workspace packages/scoring --workspace packages/analytics \
      --workspace services/api --workspace services/pipeline --workspace services/stack --include-workspace-root=false

FROM node:20.19.5-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json tsconfig.json ./
COPY packages packages
COPY services services
# Volumes begin as these folders are: pipeline and API share the one of models.
RUN mkdir -p /state/pipeline/models && chown -R node:node /state
USER node
VOLUME /state
ENTRYPOINT ["node", "--import", "tsx"]
