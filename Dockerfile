# One image for every process: the server (the default), and the commands in dist/server/commands.
FROM node:24-bookworm-slim AS build
WORKDIR /accord
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY client client
COPY schema schema
COPY migrations migrations
COPY scripts scripts
COPY server server
RUN node scripts/build.mjs && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
WORKDIR /accord
RUN mkdir /data && chown node:node /data
COPY --from=build /accord/package.json ./
COPY --from=build /accord/node_modules node_modules
COPY --from=build /accord/schema schema
COPY --from=build /accord/dist dist
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/server/main.js"]
