# Builds the plugin; run, it copies the build into the volume that Grafana mounts.
FROM node:20.19.5-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build -w @spendscope/app

FROM busybox:1.37.0
COPY --from=build /app/plugins/spendscope-app/dist /dist/spendscope-insights-app
RUN mkdir /plugins && chown 65534:65534 /plugins
USER 65534:65534
VOLUME /plugins
CMD ["sh", "-c", "rm -rf /plugins/spendscope-insights-app && cp -r /dist/spendscope-insights-app /plugins/"]
