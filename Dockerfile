# PolicyDesk in one image; ROLES says what a container of it does. docs/deploy.md has the rest.

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Native code comes prebuilt inside its package, so nothing needs to run. What is optional is a Node of its own, for
# machines whose Node is older; the base image has the right one.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production \
    PORT=3000 \
    HOST=0.0.0.0 \
    DATA_DIR=/data \
    LOG_FORMAT=json
# The one folder that is written to: a volume or a tmpfs over it, and the rest may be read-only.
RUN mkdir --mode=0700 /data && chown node:node /data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY index-data index-data
COPY adapters adapters
COPY src src
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
# Whether the process lives; /readyz is for whoever sends requests to it.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself, without npm or a shell around it: signals reach it.
CMD ["node", "src/main.ts"]
