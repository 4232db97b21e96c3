# The conversation service: one bundled file beside the embedded store. See docs/hosting.md.
FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY scripts/build.cjs scripts/
COPY src/patterns/ src/patterns/
COPY src/contract/ src/contract/
COPY src/document/ src/document/
COPY src/service/ src/service/
RUN node -e "require('./scripts/build.cjs').buildIfStale('aside')"

FROM node:22-bookworm-slim
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY LICENSE ./
COPY --from=build /build/dist/aside.cjs dist/aside.cjs
COPY --from=build /build/node_modules/@electric-sql/pglite/ node_modules/@electric-sql/pglite/
ENV NODE_ENV=production ASIDE_HOST=0.0.0.0 ASIDE_PORT=8080 ASIDE_DATA_DIR=/data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.ASIDE_PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/aside.cjs"]
CMD ["serve"]
